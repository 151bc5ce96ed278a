import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process has this store open. */
export class StoreInUse extends Error {
  readonly code = 'store-in-use';

  constructor(file: string, cause: unknown) {
    super(`${file} is already open in another process. Stop that process, or use another data folder.`, {
      cause,
    });
  }
}

/**
 * Takes the single-process lock of a store: an exclusive transaction on a small file beside it. The operating
 * system drops it when the process dies, however it dies. Throws {@link StoreInUse}.
 *
 * @returns a function that gives the lock back
 */
export function lockStore(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new StoreInUse(file, cause);
  }
  return () => lock.close();
}
