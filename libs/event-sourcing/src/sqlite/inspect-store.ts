import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { verifyLeaf } from '@iic/ledger';
import { isSqliteError } from './sqlite-error.ts';
import { StoreDamaged } from './store-damaged.ts';

/** Where an event store begins and ends. */
export interface StoreSummary {
  /** Seq of the last event, 0 for an empty store. */
  readonly head: number;
  /** Hex leaf hash of the first event; it tells one store from every other. */
  readonly first: string | null;
  /** Hex leaf hash of the last event. */
  readonly leaf: string | null;
}

/** Checks the structure of a SQLite file that nobody has open. Throws {@link StoreDamaged}. */
export function checkDatabase(file: string): void {
  withDatabase(file, () => undefined);
}

/**
 * Reads every event of a store that nobody has open: numbers without gaps, bytes that hash to their leaf. Throws
 * {@link StoreDamaged}.
 */
export function inspectStore(file: string): StoreSummary {
  return withDatabase(file, (database) => {
    let summary: StoreSummary = { head: 0, first: null, leaf: null };
    for (const { seq, bytes, leaf } of database
      .prepare('SELECT seq, bytes, leaf FROM events ORDER BY seq')
      .iterate()) {
      if (Number(seq) !== summary.head + 1)
        throw new StoreDamaged(file, `event ${summary.head + 1} is missing`);
      if (!(bytes instanceof Uint8Array && leaf instanceof Uint8Array && verifyLeaf(bytes, leaf))) {
        throw new StoreDamaged(file, `event ${seq} does not match its leaf hash`);
      }
      const hash = Buffer.from(leaf).toString('hex');
      summary = { head: Number(seq), first: summary.first ?? hash, leaf: hash };
    }
    return summary;
  });
}

function withDatabase<Result>(file: string, read: (database: DatabaseSync) => Result): Result {
  const address = pathToFileURL(file);
  // Nothing is written beside a file that is declared immutable: a backup stays as it is.
  address.searchParams.set('immutable', '1');
  try {
    const database = new DatabaseSync(address, { readOnly: true });
    try {
      const found = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
      if (found !== 'ok') throw new StoreDamaged(file, String(found));
      return read(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw isSqliteError(error) ? new StoreDamaged(file, error.message) : error;
  }
}
