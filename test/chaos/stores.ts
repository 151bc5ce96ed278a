/** What lies on the disk, read without the platform's code. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A record as the file holds it. */
export interface DiskRecord {
  readonly seq: number;
  readonly stream: string;
  readonly revision: number;
  readonly bytes: Uint8Array;
  readonly leaf: Uint8Array;
}

/** Every record of every journal, by source. */
export type Journals = ReadonlyMap<string, readonly DiskRecord[]>;

const files = [
  ['events.sqlite', ''],
  ['security.sqlite', '-security'],
] as const;

/** The stores of all services of a data folder. */
export function readStores(data: string): Journals {
  const journals = new Map<string, readonly DiskRecord[]>();
  for (const service of servicesIn(data)) {
    for (const [file, suffix] of files) {
      journals.set(`${service}${suffix}`, readStore(join(data, service, file)));
    }
  }
  return journals;
}

/** What the audit service archived. */
export function readArchive(data: string): Journals {
  const rows = query(
    join(data, 'audit', 'journals.sqlite'),
    'SELECT source, seq, stream, revision, bytes, leaf FROM records ORDER BY source, seq',
  );
  const bySource = Map.groupBy(rows, ({ source }) => String(source));
  return new Map([...bySource].map(([source, records]) => [source, records.map(toRecord)]));
}

/** Newest seq of every journal and of its archive that differ. Empty when audit is up to date. */
export function archiveLag(data: string): readonly string[] {
  const archived = new Map(
    query(
      join(data, 'audit', 'journals.sqlite'),
      'SELECT source, max(seq) AS seq FROM records GROUP BY source',
    ).map((row) => [String(row['source']), Number(row['seq'])]),
  );
  return servicesIn(data).flatMap((service) =>
    files.flatMap(([file, suffix]) => {
      const source = `${service}${suffix}`;
      const [row] = query(join(data, service, file), 'SELECT coalesce(max(seq), 0) AS seq FROM events');
      const head = Number(row?.['seq']);
      return head === (archived.get(source) ?? 0)
        ? []
        : [`${source}: ${archived.get(source) ?? 0} of ${head}`];
    }),
  );
}

function servicesIn(data: string): readonly string[] {
  return readdirSync(data).filter((name) => existsSync(join(data, name, 'events.sqlite')));
}

function readStore(file: string): readonly DiskRecord[] {
  return query(
    file,
    `SELECT seq, name AS stream, revision, bytes, leaf
     FROM events JOIN streams ON streams.id = events.stream ORDER BY seq`,
  ).map(toRecord);
}

function query(file: string, sql: string): readonly Record<string, unknown>[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

function toRecord({ seq, stream, revision, bytes, leaf }: Record<string, unknown>): DiskRecord {
  if (!(bytes instanceof Uint8Array) || !(leaf instanceof Uint8Array)) throw new TypeError('A broken row.');
  return { seq: Number(seq), stream: String(stream), revision: Number(revision), bytes, leaf };
}
