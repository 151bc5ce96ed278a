/** Keys on their way between a file and MongoDB, as `npm run migrate -- keys` moves them. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CopyableKeyStore, type CopyWatch, SqliteKeyStore } from '@iic/event-sourcing';
import { MongoKeyStore } from '@iic/event-sourcing/mongodb';
import { keyStoreContract } from '@iic/event-sourcing/testing';
import { type KeyAddress, migrateKeys } from '@iic/local';
import { openMongo } from '@iic/read-models/mongodb';
import { openMongoKeys } from '@iic/service-kit';
import type { Connection } from 'mongoose';
import { describeWithEngine } from './index.ts';

const service = 'intake';
let made = 0;

function newFolder(): Extract<KeyAddress, { kind: 'sqlite' }> {
  return { kind: 'sqlite', folder: mkdtempSync(join(tmpdir(), 'iic-keys-migration-')) };
}

/** Uses the keys of a folder as the service does. */
async function inFolder<Result>(
  { folder }: { readonly folder: string },
  use: (keys: CopyableKeyStore) => Promise<Result>,
): Promise<Result> {
  const keys = SqliteKeyStore.open(join(folder, service, 'keys.sqlite'));
  try {
    return await use(keys);
  } finally {
    await keys.close();
  }
}

async function contentOf(keys: CopyableKeyStore): Promise<readonly string[]> {
  return (await keys.list('', 10_000))
    .map(({ subject, key }) => `${subject} ${key === null ? 'shredded' : Buffer.from(key).toString('hex')}`)
    .sort();
}

await describeWithEngine('mongodb', 'keys', ({ address, details }) => {
  const opened: Connection[] = [];
  const newPrefix = (): string => {
    made += 1;
    return `keys-${process.pid}-${Date.now().toString(36)}-${made}`;
  };

  /** Keys on the server under a prefix of their own, and the way to use them as the service does. */
  async function onServer() {
    const engine = { url: address, prefix: newPrefix() };
    const connection = await openMongo(address, `${engine.prefix}-${service}`);
    opened.push(connection);
    const to: KeyAddress = { kind: 'mongodb', engine };
    return { to, engine, keys: new MongoKeyStore(connection) };
  }

  afterEach(async () => {
    for (const connection of opened.splice(0)) {
      await connection.dropDatabase().catch(() => undefined);
      await connection.close();
    }
  });

  keyStoreContract(details['server'] ?? 'MongoDB', async () => (await onServer()).keys);

  async function filled(subjects: number) {
    const from = newFolder();
    await inFolder(from, async (keys) => {
      for (let subject = 0; subject < subjects; subject += 1) await keys.keyFor(`case:${subject}`);
      await keys.shred('case:1');
    });
    return from;
  }

  it('move to the server and back the same, with the marks of destroyed ones', async () => {
    const [from, back] = [await filled(20), newFolder()];
    await inFolder(from, (keys) => keys.keyFor('产业创新中心'));
    const { to, keys } = await onServer();
    const content = await inFolder(from, contentOf);
    expect(await migrateKeys({ from, to, service })).toEqual({ copied: 21, total: 21, shredded: 1 });
    expect(await contentOf(keys)).toEqual(content);
    await expect(keys.keyFor('case:1')).rejects.toMatchObject({ code: 'key-shredded' });
    expect(await migrateKeys({ from, to, service, verify: true })).toMatchObject({ copied: 0, total: 21 });
    expect(await migrateKeys({ from: to, to: back, service })).toMatchObject({ copied: 21, shredded: 1 });
    expect(await inFolder(back, contentOf)).toEqual(content);
  });

  it('are where the service looks for them', async () => {
    const from = await filled(2);
    const { to, engine, keys } = await onServer();
    await migrateKeys({ from, to, service });
    const found = await openMongoKeys(engine, service);
    expect(await contentOf(found.keys)).toEqual(await contentOf(keys));
    await found.close();
  });

  it('go on after an interruption', async () => {
    const from = await filled(1_100);
    const { to, keys } = await onServer();
    const stop = new AbortController();
    const onProgress: CopyWatch['onProgress'] = ({ done }) => {
      if (done === 1_000) stop.abort(new Error('Interrupted.'));
    };
    const interrupted = migrateKeys({ from, to, service, signal: stop.signal, onProgress });
    await expect(interrupted).rejects.toThrow('Interrupted.');
    expect(await keys.count()).toBe(1_000);
    expect(await migrateKeys({ from, to, service })).toEqual({ copied: 100, total: 1_100, shredded: 1 });
  });

  it('stay destroyed where either side destroyed them', async () => {
    const from = await filled(4);
    const { to, keys } = await onServer();
    await migrateKeys({ from, to, service });
    await keys.shred('case:2');
    await inFolder(from, (source) => source.shred('case:3'));
    await expect(migrateKeys({ from, to, service, verify: true })).rejects.toThrow('of case:3');
    expect(await migrateKeys({ from, to, service })).toEqual({ copied: 1, total: 4, shredded: 3 });
    expect((await contentOf(keys)).filter((line) => line.endsWith(' shredded'))).toHaveLength(3);
    expect(await migrateKeys({ from: to, to: from, service })).toMatchObject({ copied: 1, shredded: 3 });
  });

  it('are not overwritten, nor told, where another key is there', async () => {
    const from = await filled(3);
    const { to, keys } = await onServer();
    await keys.keyFor('case:0');
    const before = await contentOf(keys);
    const refused: unknown = await migrateKeys({ from, to, service }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'stores-differ' });
    expect(String(refused)).toContain('another key of case:0.');
    for (const [, key = ''] of before.map((line) => line.split(' '))) {
      for (const encoding of ['hex', 'base64'] as const) {
        expect(String(refused)).not.toContain(Buffer.from(key, 'hex').toString(encoding));
      }
    }
    expect(await contentOf(keys)).toEqual(before);
  });

  it('are refused to an address that nobody has, without its password', async () => {
    const engine = { url: 'mongodb://intake:secret-word@127.0.0.1:9/', prefix: 'iic' };
    const from = await filled(2);
    const moved: unknown = await migrateKeys({ from, to: { kind: 'mongodb', engine }, service }).catch(
      (error: unknown) => error,
    );
    expect(moved).toMatchObject({ code: 'mongodb-unusable' });
    expect(String(moved)).toContain('Check IIC_MONGODB_URL');
    expect(String(moved)).not.toContain('secret-word');
  });
});
