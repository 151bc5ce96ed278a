import { setTimeout } from 'node:timers/promises';

/** Looks again and again, for at most so many milliseconds, until something holds; tells whether it came to hold. */
export async function eventually(
  holds: () => Promise<boolean> | boolean,
  patience = 60_000,
): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > deadline) return false;
    await setTimeout(20);
  }
  return true;
}
