import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openNamed } from './store-damaged.ts';

const longestWaitMs = 5_000;

/**
 * Opens a SQLite file (its folder is made where missing) so that a commit survives a power cut:
 * write-ahead log, synchronous=FULL. A backup may hold the file for a moment; a statement then waits.
 * Throws `StoreDamaged`.
 */
export function openDurableDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  return openNamed(file, { timeout: longestWaitMs }, (database) =>
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA recursive_triggers = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -16000;
    `),
  );
}
