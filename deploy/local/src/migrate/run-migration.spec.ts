import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '@iic/event-sourcing';
import { sampleBatch } from '@iic/event-sourcing/testing';
import { progressLines } from './progress-line.ts';
import { runMigration } from './run-migration.ts';
import { readStoreAddress, type StoreAddress } from './store-address.ts';

type Folder = Extract<StoreAddress, { kind: 'sqlite' }>;

const newFolder = (): Folder => ({ kind: 'sqlite', folder: mkdtempSync(join(tmpdir(), 'iic-migrate-')) });
const open = ({ folder }: Folder, name: string) =>
  SqliteEventStore.open(join(folder, 'intake', `${name}.sqlite`));

async function filled(): Promise<Folder> {
  const address = newFolder();
  const [events, security] = [open(address, 'events'), open(address, 'security')];
  for (let revision = -1; revision < 600; revision += 1) {
    await events.append(sampleBatch(revision % 2 === 0 ? 'even' : 'odd', Math.ceil(revision / 2) - 1));
  }
  await security.append(sampleBatch('one', -1, 3));
  await Promise.all([events.close(), security.close()]);
  return address;
}

describe('runMigration', () => {
  it('copies both logs of a service, and finds them equal afterwards', async () => {
    const [from, to] = [await filled(), newFolder()];
    const result = await runMigration({ from, to, service: 'intake' });
    expect(result).toEqual({ events: { copied: 601, head: 601 }, security: { copied: 3, head: 3 } });
    expect(await runMigration({ from, to, service: 'intake', verify: true })).toEqual({
      events: { copied: 0, head: 601 },
      security: { copied: 0, head: 3 },
    });
  });

  it('stops when told, and goes on the next time', async () => {
    const [from, to] = [await filled(), newFolder()];
    const stop = new AbortController();
    const stopped = runMigration({
      from,
      to,
      service: 'intake',
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('told to stop')),
    });
    await expect(stopped).rejects.toThrow('told to stop');
    expect((await runMigration({ from, to, service: 'intake' })).events).toEqual({ copied: 101, head: 601 });
  });

  it('does not copy a service that runs', async () => {
    const from = await filled();
    const running = open(from, 'events');
    await expect(runMigration({ from, to: newFolder(), service: 'intake' })).rejects.toMatchObject({
      code: 'store-in-use',
    });
    await running.close();
  });

  it('does not take a folder without the service for an empty one', async () => {
    const empty = newFolder();
    await expect(runMigration({ from: empty, to: newFolder(), service: 'intake' })).rejects.toThrow(
      'name the data folder',
    );
  });
});

describe('the address of a store', () => {
  it('may leave the connection string to the settings', () => {
    const environment = { IIC_KURRENTDB_URL: 'kurrentdb://one:2113' };
    const expected = { kind: 'kurrentdb', url: 'kurrentdb://one:2113' };
    for (const text of ['kurrentdb:', 'kurrentdb://one:2113', 'kurrentdb:kurrentdb://one:2113']) {
      expect(readStoreAddress(text, environment)).toEqual(expected);
    }
    expect(() => readStoreAddress('kurrentdb:', {})).toThrow('IIC_KURRENTDB_URL');
  });

  it.each(['', 'folder', 'sqlite:', 'mongodb://one'])('is not %j', (text) => {
    expect(() => readStoreAddress(text, {})).toThrow('sqlite:FOLDER or kurrentdb:URL');
  });
});

describe('progress', () => {
  it('prints one line a second and the last, with rate and share', () => {
    const lines: string[] = [];
    let time = 0;
    const report = progressLines(
      (line) => lines.push(line),
      () => time,
    );
    for (const [at, done] of [
      [0, 0],
      [500, 500],
      [1_000, 1_000],
      [1_500, 2_000],
    ] as const) {
      time = at;
      report('events', { phase: 'copy', done, total: 2_000 });
    }
    expect(lines).toEqual([
      'events copy: 1000 of 2000 events, 50 %, 1000 events/s',
      'events copy: 2000 of 2000 events, 100 %, 1333 events/s',
    ]);
  });
});
