/** Public events in a DuckDB database, read once each. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type PublicEvent, publicServices } from './cloud-event.ts';
import { readToEnd } from './http-feed.ts';

const tables = [
  `create table if not exists events (
     source varchar, seq bigint, id varchar, type varchar, version integer,
     subject varchar, time timestamptz, data json,
     primary key (source, seq)
   )`,
  'create table if not exists cursors (service varchar primary key, after bigint)',
];

/** Opens a database file, or one in memory, with its tables. */
export async function openEventTable(file = ':memory:'): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(file)).connect();
  for (const table of tables) await connection.run(table);
  return connection;
}

/** Adds events; one that is there already changes nothing, so that repeats are harmless. */
export async function addEvents(database: DuckDBConnection, events: readonly PublicEvent[]): Promise<void> {
  for (const { source, seq, id, type, schemaversion, subject, time, data } of events) {
    await database.run(
      `insert or ignore into events
       values ($source, $seq::bigint, $id, $type, $version::integer, $subject, $time::timestamptz, $data::json)`,
      { source, seq, id, type, version: schemaversion, subject, time, data: JSON.stringify(data) },
    );
  }
}

/** Brings in what every service has recorded since the last time; resolves with how many events were read. */
export async function loadFeeds(database: DuckDBConnection, url: string, token: string): Promise<number> {
  let count = 0;
  for (const service of publicServices) {
    const after = await cursorOf(database, service);
    for await (const { events, next } of readToEnd({ url, token, service }, after)) {
      await database.run('begin');
      await addEvents(database, events);
      await database.run('insert or replace into cursors values ($service, $next)', { service, next });
      await database.run('commit');
      count += events.length;
    }
  }
  return count;
}

async function cursorOf(database: DuckDBConnection, service: string): Promise<number> {
  const sql = 'select after from cursors where service = $service';
  const [row] = (await database.runAndReadAll(sql, { service })).getRowObjectsJson();
  return Number(row?.['after'] ?? 0);
}
