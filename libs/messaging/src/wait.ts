import { setTimeout as sleep } from 'node:timers/promises';

/** Waits so many milliseconds; rejects when the signal aborts. Injected, so that tests need not wait. */
export type Delay = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** The real thing. It does not keep the process alive. */
export const realDelay: Delay = (milliseconds, signal) =>
  sleep(milliseconds, undefined, { signal, ref: false });
