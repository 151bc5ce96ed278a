import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore, SqliteKeyStore } from '@iic/event-sourcing';
import { type KeyAddress, readKeyAddress } from './key-address.ts';
import { migrateKeys } from './migrate-keys.ts';

type Folder = Extract<KeyAddress, { kind: 'sqlite' }>;

const newFolder = (): Folder => ({
  kind: 'sqlite',
  folder: mkdtempSync(join(tmpdir(), 'iic-migrate-keys-')),
});
const fileIn = ({ folder }: Folder, file: string) => join(folder, 'intake', file);

/** A data folder whose service has three keys, one of them destroyed. */
async function filled(): Promise<Folder> {
  const address = newFolder();
  const keys = SqliteKeyStore.open(fileIn(address, 'keys.sqlite'));
  for (const subject of ['a', 'b', 'c']) await keys.keyFor(subject);
  await keys.shred('b');
  await keys.close();
  return address;
}

describe('migrateKeys', () => {
  it('copies the keys of a service, finds them equal, and does nothing the next time', async () => {
    const [from, to] = [await filled(), newFolder()];
    expect(await migrateKeys({ from, to, service: 'intake' })).toEqual({ copied: 3, total: 3, shredded: 1 });
    const again = { copied: 0, total: 3, shredded: 1 };
    expect(await migrateKeys({ from, to, service: 'intake' })).toEqual(again);
    expect(await migrateKeys({ from, to, service: 'intake', verify: true })).toEqual(again);
  });

  it.each(['events.sqlite', 'events-index.sqlite'])('waits for no service that holds %s', async (file) => {
    for (const running of ['from', 'to'] as const) {
      const addresses = { from: await filled(), to: newFolder() };
      const store = SqliteEventStore.open(fileIn(addresses[running], file));
      await expect(migrateKeys({ ...addresses, service: 'intake' })).rejects.toMatchObject({
        code: 'store-in-use',
      });
      await store.close();
      expect((await migrateKeys({ ...addresses, service: 'intake' })).copied).toBe(3);
    }
  });

  it('does not take a folder without the service for one without keys, and makes nothing there', async () => {
    const [from, empty] = [await filled(), newFolder()];
    const wrong = { code: 'address-invalid', message: expect.stringContaining('name the data folder') };
    await expect(migrateKeys({ from: empty, to: from, service: 'intake' })).rejects.toMatchObject(wrong);
    const verified = migrateKeys({ from, to: empty, service: 'intake', verify: true });
    await expect(verified).rejects.toMatchObject(wrong);
    expect(existsSync(join(empty.folder, 'intake'))).toBe(false);
  });
});

describe('the address of keys', () => {
  it('may leave the server to the settings, and takes the names of databases from them', () => {
    const url = 'mongodb://one:27017/';
    const environment = { IIC_MONGODB_URL: url, IIC_KURRENTDB_URL: 'kurrentdb://not-asked' };
    const expected = { kind: 'mongodb', engine: { url, prefix: 'iic' } };
    expect(readKeyAddress('mongodb:', environment)).toEqual(expected);
    expect(readKeyAddress(url, {})).toEqual(expected);
    expect(readKeyAddress(url, { IIC_MONGODB_PREFIX: 'other' })).toEqual({
      kind: 'mongodb',
      engine: { url, prefix: 'other' },
    });
    expect(() => readKeyAddress('mongodb:', {})).toThrow('IIC_MONGODB_URL');
  });

  it('on the command line comes before one in a file of the settings', () => {
    const folder = mkdtempSync(join(tmpdir(), 'iic-settings-'));
    const file = join(folder, 'url');
    writeFileSync(file, 'mongodb://two\n');
    const environment = { IIC_MONGODB_URL_FILE: file };
    expect(readKeyAddress('mongodb:', environment)).toMatchObject({ engine: { url: 'mongodb://two' } });
    expect(readKeyAddress('mongodb://one', environment)).toMatchObject({ engine: { url: 'mongodb://one' } });
  });

  it.each(['', 'folder', 'sqlite:', 'kurrentdb:', 'mongodb:one', 'mongodb://'])('is not %j', (text) => {
    expect(() => readKeyAddress(text, { IIC_MONGODB_URL: 'mongodb://one' })).toThrow(
      'sqlite:FOLDER, mongodb: or mongodb://ADDRESS',
    );
  });
});
