import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StoredEvent } from '../event-store.ts';
import { storedEvent } from '../stored-event.ts';

/** What the event store asks its tables. */
export interface EventStatements {
  readonly insert: StatementSync;
  readonly insertStream: StatementSync;
  readonly head: StatementSync;
  readonly lastSeq: StatementSync;
  readonly allAfter: StatementSync;
  readonly begunBy: StatementSync;
  readonly streamForwards: StatementSync;
  readonly streamBackwards: StatementSync;
}

/** Compiles every statement once; the tables must be there. */
export function prepareEventStatements(database: DatabaseSync): EventStatements {
  const slice =
    'SELECT seq, bytes, leaf FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision';
  return {
    insert: database.prepare(
      'INSERT INTO events (seq, stream, revision, bytes, leaf) VALUES (?, ?, ?, ?, ?)',
    ),
    insertStream: database.prepare('INSERT INTO streams (name) VALUES (?)'),
    head: database.prepare(
      'SELECT id, (SELECT coalesce(max(revision), -1) FROM events WHERE stream = streams.id) AS revision FROM streams WHERE name = ?',
    ),
    lastSeq: database.prepare('SELECT max(seq) AS seq FROM events'),
    allAfter: database.prepare('SELECT seq, bytes, leaf FROM events WHERE seq > ? ORDER BY seq LIMIT ?'),
    begunBy: database.prepare(
      "SELECT name FROM events JOIN streams ON streams.id = stream WHERE revision = 0 AND json_extract(CAST(bytes AS TEXT), '$.commandId') = ? ORDER BY seq LIMIT 1",
    ),
    streamForwards: database.prepare(`${slice} LIMIT ?`),
    streamBackwards: database.prepare(`${slice} DESC LIMIT ?`),
  };
}

/** The event a row holds. */
export function toEvent(row: Record<string, unknown>): StoredEvent {
  const { seq, bytes, leaf } = row;
  if (!(bytes instanceof Uint8Array) || !(leaf instanceof Uint8Array)) {
    throw new Error('The event table holds a row without bytes.');
  }
  return storedEvent(Number(seq), bytes, leaf);
}
