import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sampleBatch } from '../testing/index.ts';
import { checkDatabase, inspectStore } from './inspect-store.ts';
import { openDurableDatabase } from './open-database.ts';
import { withSnapshots } from './snapshots.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'iic-snapshots-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function counting(name: string): DatabaseSync {
  const database = openDurableDatabase(join(folder, name));
  database.exec('CREATE TABLE counted (n INTEGER)');
  return database;
}

function count(file: string): number {
  const database = new DatabaseSync(file);
  const found = Number(database.prepare('SELECT count(*) AS n FROM counted').get()?.['n']);
  database.close();
  return found;
}

describe('withSnapshots', () => {
  it('copies every file as it was when the snapshots were taken, whatever is written meanwhile', async () => {
    const databases = [counting('one.sqlite'), counting('two.sqlite')];
    for (const database of databases) database.exec('INSERT INTO counted VALUES (1)');
    const files = ['one.sqlite', 'two.sqlite'].map((name) => join(folder, name));
    await withSnapshots(files, async (snapshots) => {
      for (const database of databases) database.exec('INSERT INTO counted VALUES (2)');
      for (const { file, copyTo } of snapshots) await copyTo(`${file}.copy`);
    });
    for (const database of databases) database.exec('INSERT INTO counted VALUES (3)');
    for (const database of databases) database.close();
    expect(files.map((file) => count(`${file}.copy`))).toEqual([1, 1]);
    expect(files.map(count)).toEqual([3, 3]);
  });

  it('waits for a transaction that is under way, and holds no other file meanwhile', async () => {
    const [one, two] = [counting('one.sqlite'), counting('two.sqlite')];
    two.exec('BEGIN IMMEDIATE; INSERT INTO counted VALUES (1)');
    const files = ['one.sqlite', 'two.sqlite'].map((name) => join(folder, name));
    const copied = withSnapshots(files, async (snapshots) => {
      for (const { file, copyTo } of snapshots) await copyTo(`${file}.copy`);
    });
    one.exec('INSERT INTO counted VALUES (1)');
    two.exec('COMMIT');
    await copied;
    expect(files.map((file) => count(`${file}.copy`))).toEqual([1, 1]);
    one.close();
    two.close();
  });

  it('gives up with advice when there is no moment without a writer', async () => {
    const busy = counting('busy.sqlite');
    busy.exec('BEGIN IMMEDIATE');
    const taken = withSnapshots([join(folder, 'busy.sqlite')], async () => undefined, {
      limitMs: 0,
      pauseMs: 1,
    });
    await expect(taken).rejects.toMatchObject({ code: 'stores-busy' });
    busy.close();
  });
});

describe('inspectStore', () => {
  it('tells where a copied store begins and ends', async () => {
    const file = join(folder, 'events.sqlite');
    const store = SqliteEventStore.open(file);
    const batch = sampleBatch('counter-1', -1, 3);
    await store.append(batch);
    await withSnapshots([file], async ([snapshot]) => snapshot?.copyTo(`${file}.copy`));
    await store.close();
    const leafOf = (index: number) => Buffer.from(batch.events[index]?.leaf ?? []).toString('hex');
    expect(inspectStore(`${file}.copy`)).toEqual({ head: 3, first: leafOf(0), leaf: leafOf(2) });
  });

  it('finds an altered event, a missing one and a broken file', async () => {
    const file = join(folder, 'events.sqlite');
    const store = SqliteEventStore.open(file);
    await store.append(sampleBatch('counter-1', -1, 3));
    await store.close();
    const database = new DatabaseSync(file);
    database.exec("DROP TRIGGER events_keep_content; UPDATE events SET bytes = x'7b7d' WHERE seq = 2");
    database.close();
    expect(() => inspectStore(file)).toThrow('event 2 does not match its leaf hash');
    const again = new DatabaseSync(file);
    again.exec('DROP TRIGGER events_stay; DELETE FROM events WHERE seq = 2');
    again.close();
    expect(() => inspectStore(file)).toThrow('event 2 is missing');
    expect(() => checkDatabase(join(import.meta.dirname, 'snapshots.ts'))).toThrow('is damaged');
  });
});
