import { isBusy, isSqliteError } from './sqlite-error.ts';

/** A file is not what it should be. */
export class StoreDamaged extends Error {
  readonly code = 'store-damaged';

  constructor(file: string, damage: string) {
    super(`${file} is damaged: ${damage}.`);
  }
}

/** Opens a SQLite file; what SQLite says against it is thrown as {@link StoreDamaged}, which names the file. */
export function openNamed<Opened>(file: string, open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    throw isSqliteError(error) && !isBusy(error) ? new StoreDamaged(file, error.message) : error;
  }
}
