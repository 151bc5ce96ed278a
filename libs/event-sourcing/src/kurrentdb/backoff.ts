import { setTimeout } from 'node:timers/promises';

const firstMs = 100;
const longestMs = 10_000;

/** Milliseconds to wait before the next attempt: 100, 200, 400 … at most 10 000. */
export function backoff(failures: number): number {
  return Math.min(firstMs * 2 ** (failures - 1), longestMs);
}

/** Waits, or returns early when the signal aborts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
