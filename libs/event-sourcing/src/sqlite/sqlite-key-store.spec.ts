import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryKeyStore, keyStoreContract } from '../testing/index.ts';
import { SqliteKeyStore } from './sqlite-key-store.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'iic-keys-')), 'keys.sqlite');

keyStoreContract('SQLite', async () => SqliteKeyStore.open(newFile()));
keyStoreContract('in memory', async () => new InMemoryKeyStore());

describe('SQLite key store', () => {
  it('keeps keys when it is opened again', async () => {
    const file = newFile();
    const before = SqliteKeyStore.open(file);
    const key = Buffer.from(await before.keyFor('a'));
    await before.close();
    const after = SqliteKeyStore.open(file);
    expect(Buffer.from(await after.keyFor('a')).equals(key)).toBe(true);
    await after.close();
  });

  it('destroys a key so that neither the store nor its files give it back', async () => {
    const file = newFile();
    const keys = SqliteKeyStore.open(file);
    const key = Buffer.from(await keys.keyFor('a'));
    await keys.shred('a');
    for (const suffix of ['', '-wal']) expect(readFileSync(`${file}${suffix}`).includes(key)).toBe(false);
    await keys.close();
  });
});
