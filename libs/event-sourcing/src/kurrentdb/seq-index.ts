import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Position } from '@kurrent/kurrentdb-client';
import { openDurableDatabase } from '../sqlite/open-database.ts';
import { lockStore } from '../sqlite/store-lock.ts';
import { storedEvent } from '../stored-event.ts';
import { KurrentDamaged } from './kurrent-errors.ts';
import type { ReadEvent } from './kurrent-events.ts';

/** What the index knows of one event. */
export interface Counted {
  readonly seq: number;
  readonly leaf: Uint8Array;
  readonly position: Position;
}

const layout = 2;
const tables = `
  CREATE TABLE IF NOT EXISTS counted (
    seq INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    leaf BLOB NOT NULL,
    position_commit TEXT NOT NULL,
    position_prepare TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS counted_by_stream ON counted (stream, revision);
  CREATE TABLE IF NOT EXISTS begun (command TEXT PRIMARY KEY, stream TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS scanned (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position_commit TEXT NOT NULL,
    position_prepare TEXT NOT NULL
  ) STRICT;
`;

/**
 * Which seq each event of one service has: derived from the commit order of the server and nothing else, so a
 * lost file is counted again with the same result.
 */
export class SeqIndex {
  readonly #database: DatabaseSync;
  readonly #unlock: () => void;
  readonly #insert: StatementSync;
  readonly #byStream: StatementSync;
  readonly #bySeq: StatementSync;
  readonly #streamHead: StatementSync;
  readonly #begin: StatementSync;
  readonly #begun: StatementSync;
  readonly #scan: StatementSync;
  readonly #scanned: StatementSync;
  #head: number;

  private constructor(database: DatabaseSync, unlock: () => void) {
    this.#database = database;
    this.#unlock = unlock;
    // A power cut may lose the last counts; they are counted again.
    database.exec('PRAGMA synchronous = NORMAL');
    database.exec(tables);
    forgetOlderLayout(database);
    const members = 'seq, leaf, position_commit, position_prepare FROM counted';
    this.#insert = database.prepare('INSERT INTO counted VALUES (?, ?, ?, ?, ?, ?)');
    this.#byStream = database.prepare(`SELECT ${members} WHERE stream = ? AND revision = ?`);
    this.#bySeq = database.prepare(`SELECT ${members} WHERE seq = ?`);
    this.#streamHead = database.prepare(
      'SELECT coalesce(max(revision), -1) AS revision FROM counted WHERE stream = ?',
    );
    this.#begin = database.prepare('INSERT OR IGNORE INTO begun VALUES (?, ?)');
    this.#begun = database.prepare('SELECT stream FROM begun WHERE command = ?');
    this.#scan = database.prepare('INSERT OR REPLACE INTO scanned VALUES (1, ?, ?)');
    this.#scanned = database.prepare('SELECT position_commit, position_prepare FROM scanned');
    this.#head = Number(database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM counted').get()?.['seq']);
  }

  /** Opens or makes the index. Throws `StoreInUse` when another process has it. */
  static open(file: string): SeqIndex {
    const unlock = lockStore(file);
    try {
      return new SeqIndex(openDurableDatabase(file), unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** Seq of the last event counted. */
  get head(): number {
    return this.#head;
  }

  /** Up to where the server's log was looked through; undefined for a new index. */
  get scannedTo(): Position | undefined {
    const row = this.#scanned.get();
    return row === undefined ? undefined : positionOf(row);
  }

  /** Counts the next events in their order, together. Throws `KurrentDamaged` at a gap in a stream. */
  count(events: readonly ReadEvent[], scannedTo: Position): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      let seq = this.#head;
      for (const event of events) if (this.#countOne(event, seq + 1)) seq += 1;
      this.#scan.run(String(scannedTo.commit), String(scannedTo.prepare));
      this.#database.exec('COMMIT');
      this.#head = seq;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  find(stream: string, revision: number): Counted | undefined {
    const row = this.#byStream.get(stream, revision);
    return row === undefined ? undefined : countedOf(row);
  }

  at(seq: number): Counted | undefined {
    const row = this.#bySeq.get(seq);
    return row === undefined ? undefined : countedOf(row);
  }

  /** Revision of the last event of the stream counted, -1 for none. */
  revisionOf(stream: string): number {
    return Number(this.#streamHead.get(stream)?.['revision'] ?? -1);
  }

  /** The stream whose first event a command recorded. */
  streamBegunBy(command: string): string | undefined {
    const row = this.#begun.get(command);
    return row === undefined ? undefined : String(row['stream']);
  }

  close(): void {
    this.#database.close();
    this.#unlock();
  }

  /** False for an event that was counted before and came again, as after a reconnection. */
  #countOne({ stream, revision, leaf, position, bytes }: ReadEvent, seq: number): boolean {
    const next = this.revisionOf(stream) + 1;
    if (revision < next && Buffer.compare(this.find(stream, revision)?.leaf ?? leaf, leaf) === 0)
      return false;
    if (revision !== next) {
      throw new KurrentDamaged(
        `Stream ${stream} goes on with event ${revision} where ${next} is due: events were removed, or the index belongs to another server. ` +
          'Compare the server with a backup; when the server is right, delete the index and start again.',
      );
    }
    this.#insert.run(seq, stream, revision, leaf, String(position.commit), String(position.prepare));
    if (revision === 0) this.#begin.run(storedEvent(seq, bytes, leaf).envelope.commandId, stream);
    return true;
  }
}

/** What an index of an older layout lacks is counted again with the rest. */
function forgetOlderLayout(database: DatabaseSync): void {
  if (database.prepare('PRAGMA user_version').get()?.['user_version'] === layout) return;
  database.exec(`DELETE FROM counted; DELETE FROM scanned; PRAGMA user_version = ${layout}`);
}

function positionOf(row: Record<string, unknown>): Position {
  return { commit: BigInt(String(row['position_commit'])), prepare: BigInt(String(row['position_prepare'])) };
}

function countedOf(row: Record<string, unknown>): Counted {
  const { seq, leaf } = row;
  if (!(leaf instanceof Uint8Array))
    throw new KurrentDamaged('The index holds a row without a leaf: delete it.');
  return { seq: Number(seq), leaf, position: positionOf(row) };
}
