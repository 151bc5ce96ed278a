import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';
import { isBusy, isDamage, isSqliteError } from './sqlite-error.ts';
import { StoreDamaged } from './store-damaged.ts';

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

/**
 * Opens a SQLite file and prepares it. Whatever SQLite says against it names the file: {@link StoreDamaged}, or an
 * error that tells why it cannot be opened (rights, a full disk).
 */
export function openNamed(
  file: string,
  options: DatabaseSyncOptions,
  prepare: (database: DatabaseSync) => void,
): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, options);
    prepare(database);
    return database;
  } catch (error) {
    database?.close();
    if (!isSqliteError(error) || isBusy(error)) throw error;
    if (isDamage(error)) throw new StoreDamaged(file, error.message);
    throw new Error(`${file} cannot be opened: ${error.message}.`, { cause: error });
  }
}
