import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '@iic/event-sourcing';
import { sampleBatch } from '@iic/event-sourcing/testing';
import { runMigration } from '@iic/local';
import { describeWithEngine } from './index.ts';
import { KurrentStandIn } from './kurrent-stand-in/kurrent-stand-in.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'iic-migration-'));
const events = (folder: string, service: string) =>
  SqliteEventStore.open(join(folder, service, 'events.sqlite'));

async function contentOf(folder: string, service: string): Promise<readonly string[]> {
  const store = events(folder, service);
  const all = await store.readAll(0, 1_000);
  await store.close();
  return all.map(({ seq, bytes, leaf }) => [seq, ...[bytes, leaf].map(hex)].join(' '));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** Specs of a move from files to the server and back into files. */
function movesThereAndBack(urlOf: () => string): void {
  const service = `moved-${Date.now()}`;
  const kurrentdb = () => ({ kind: 'kurrentdb', url: urlOf() }) as const;

  it('moves a store to the server and back, byte for byte under the same numbers', async () => {
    const [folder, back] = [newFolder(), newFolder()];
    const store = events(folder, service);
    for (let revision = -1; revision < 20; revision += 1) {
      await store.append(sampleBatch('a', revision, 1, { data: { text: '产业创新中心' } }));
      await store.append(sampleBatch(`other-${revision}`, -1, 2));
    }
    await store.close();
    const there = await runMigration({ from: { kind: 'sqlite', folder }, to: kurrentdb(), service });
    expect(there.events).toEqual({ copied: 63, head: 63 });
    const again = await runMigration({ from: { kind: 'sqlite', folder }, to: kurrentdb(), service });
    expect(again.events).toEqual({ copied: 0, head: 63 });
    await runMigration({ from: kurrentdb(), to: { kind: 'sqlite', folder: back }, service });
    expect(await contentOf(back, service)).toEqual(await contentOf(folder, service));
  });

  it('refuses a server that holds other events of the service', async () => {
    const folder = newFolder();
    const store = events(folder, service);
    await store.append(sampleBatch('foreign', -1, 70));
    await store.close();
    const moving = runMigration({ from: { kind: 'sqlite', folder }, to: kurrentdb(), service });
    await expect(moving).rejects.toThrow('other content from event 1 (revision 0 of foreign) on');
  });
}

await describeWithEngine('kurrentdb', 'migration', ({ address }) => {
  movesThereAndBack(() => address);
});

describe('migration to the stand-in, which is not KurrentDB', () => {
  let server: KurrentStandIn;

  beforeAll(async () => {
    server = await KurrentStandIn.start();
  });

  afterAll(() => {
    server.stop();
  });

  movesThereAndBack(() => server.url);
});
