/** How often and how patiently a failing message is tried before it is parked. */
export interface RetryPolicy {
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** Milliseconds before the second try. */
  readonly firstDelay: number;
  /** Each further delay is this many times the one before. */
  readonly factor: number;
  /** Longest delay, milliseconds. */
  readonly maxDelay: number;
}

/** Five tries within about two seconds. */
export const defaultRetryPolicy: RetryPolicy = { attempts: 5, firstDelay: 25, factor: 4, maxDelay: 1600 };

/** Milliseconds to wait after the given failed attempt (1, 2, …). */
export function delayAfter(attempt: number, policy: RetryPolicy): number {
  return Math.min(policy.maxDelay, policy.firstDelay * policy.factor ** (attempt - 1));
}
