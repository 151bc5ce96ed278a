import type { RetryPolicy } from '../retry-policy.ts';

/** How patiently a broker is tried again. It never gives up. */
export const outagePolicy: RetryPolicy = {
  attempts: Number.POSITIVE_INFINITY,
  firstDelay: 100,
  factor: 2,
  maxDelay: 3_000,
};
