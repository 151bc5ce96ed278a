import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';
import { isBusy, isDamage, isSqliteError } from './sqlite-error.ts';

/** A file is not what it should be. */
export class StoreDamaged extends Error {
  readonly code = 'store-damaged';

  constructor(file: string, damage: string) {
    super(`${file} is damaged: ${damage}.`);
  }
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
