import { join } from 'node:path';
import type { AppendTarget, EventData } from '../append/workload.ts';
import { measureAppends } from '../append/workload.ts';
import type { Bench } from '../bench.ts';
import { peerPackage } from './peer-package.ts';

interface Pending {
  readonly stream: string;
  readonly revision: number;
  readonly events: readonly EventData[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** The least a durable append can be: an insert, without envelope, canonical bytes or hash. */
async function open(file: string): Promise<AppendTarget> {
  const { default: Database } = await peerPackage(() => import('better-sqlite3'));
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'CREATE TABLE events (seq INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, data TEXT NOT NULL, UNIQUE (stream, revision))',
  );
  const insert = database.prepare('INSERT INTO events (stream, revision, data) VALUES (?, ?, ?)');
  let pending: Pending[] = [];

  // Callers that come together share a commit, as in ours: that is what SQLite can do at best.
  const flush = () => {
    const taken = pending;
    pending = [];
    try {
      database.exec('BEGIN IMMEDIATE');
      for (const { stream, revision, events } of taken) {
        events.forEach((data, index) => {
          insert.run(stream, revision + 1 + index, JSON.stringify(data));
        });
      }
      database.exec('COMMIT');
      for (const { resolve } of taken) resolve();
    } catch (error) {
      database.exec('ROLLBACK');
      for (const { reject } of taken) reject(error);
    }
  };
  return {
    append: (stream, revision, events) =>
      new Promise((resolve, reject) => {
        if (pending.length === 0) setImmediate(flush);
        pending.push({ stream, revision, events, resolve, reject });
      }),
    close: async () => database.close(),
  };
}

export const bench: Bench = {
  name: 'append: raw better-sqlite3',
  run: (context) => measureAppends((name) => open(join(context.folder, `${name}.sqlite`)), context),
};
