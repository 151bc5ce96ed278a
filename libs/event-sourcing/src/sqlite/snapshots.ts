import { backup, DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { isBusy } from './sqlite-error.ts';

/** The content of a database at one moment, whatever others write meanwhile. */
export interface DatabaseSnapshot {
  readonly file: string;
  /** Writes it to a new file; resolves when that is on the disk. */
  copyTo(target: string): Promise<void>;
}

/** The databases were written to without a pause, so no common moment was found. */
export class StoresBusy extends Error {
  readonly code = 'stores-busy';

  constructor(seconds: number) {
    super(`The stores were in use without a pause for ${seconds} seconds. Try again when less is going on.`);
  }
}

/** How long a common moment is sought, and how long others may write between two tries. */
export interface Patience {
  readonly limitMs: number;
  readonly pauseMs: number;
}

const defaultPatience: Patience = { limitMs: 30_000, pauseMs: 10 };
const allPages = 2 ** 31 - 1;

/**
 * Gives a common snapshot of several SQLite files (WAL mode) to `work` while other processes use them. For the
 * moment it takes to begin reading, all of them are locked against writers, so that what one file holds as an effect
 * of what is in another is in both or in neither. All locks or none: waiting while holding some could block
 * the very process that has the others. Throws {@link StoresBusy}.
 */
export async function withSnapshots<Result>(
  files: readonly string[],
  work: (snapshots: readonly DatabaseSnapshot[]) => Promise<Result>,
  patience = defaultPatience,
): Promise<Result> {
  const readers = files.map((file) => new DatabaseSync(file));
  try {
    await beginTogether(files, readers, patience);
    return await work(
      files.map((file, index) => ({ file, copyTo: (target) => copy(readers[index], target) })),
    );
  } finally {
    for (const reader of readers) reader.close();
  }
}

async function copy(reader: DatabaseSync | undefined, target: string): Promise<void> {
  if (reader !== undefined) await backup(reader, target, { rate: allPages });
}

async function beginTogether(
  files: readonly string[],
  readers: readonly DatabaseSync[],
  { limitMs, pauseMs }: Patience,
): Promise<void> {
  const writers = files.map((file) => new DatabaseSync(file));
  const deadline = performance.now() + limitMs;
  try {
    while (!tryToBegin(writers, readers)) {
      if (performance.now() > deadline) throw new StoresBusy(limitMs / 1000);
      await setTimeout(pauseMs);
    }
  } finally {
    for (const writer of writers) writer.close();
  }
}

function tryToBegin(writers: readonly DatabaseSync[], readers: readonly DatabaseSync[]): boolean {
  try {
    for (const writer of writers) writer.exec('BEGIN IMMEDIATE');
    for (const reader of readers) reader.exec('BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1');
    return true;
  } catch (error) {
    rollBack(readers);
    if (!isBusy(error)) throw error;
    return false;
  } finally {
    rollBack(writers);
  }
}

function rollBack(databases: readonly DatabaseSync[]): void {
  for (const database of databases) if (database.isTransaction) database.exec('ROLLBACK');
}
