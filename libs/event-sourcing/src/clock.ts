import type { Instant } from './instant.ts';

/** Source of the present; injected wherever time matters. */
export interface Clock {
  now(): Instant;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
