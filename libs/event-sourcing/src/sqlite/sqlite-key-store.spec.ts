import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteKeyStore } from './sqlite-key-store.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'iic-keys-')), 'keys.sqlite');

describe('SQLite key store', () => {
  it('keeps one key for each subject, also when it is opened again', async () => {
    const file = newFile();
    const before = SqliteKeyStore.open(file);
    const key = Buffer.from(await before.keyFor('a'));
    expect(Buffer.from(await before.keyFor('b')).equals(key)).toBe(false);
    await before.close();
    const after = SqliteKeyStore.open(file);
    expect(Buffer.from(await after.keyFor('a')).equals(key)).toBe(true);
    expect(await after.findKey('never made')).toBeUndefined();
    await after.close();
  });

  it('destroys a key so that neither the store nor its files give it back', async () => {
    const file = newFile();
    const keys = SqliteKeyStore.open(file);
    const key = Buffer.from(await keys.keyFor('a'));
    await keys.shred('a');
    expect(await keys.findKey('a')).toBeUndefined();
    await expect(keys.keyFor('a')).rejects.toMatchObject({ code: 'key-shredded' });
    for (const suffix of ['', '-wal']) expect(readFileSync(`${file}${suffix}`).includes(key)).toBe(false);
    await keys.close();
  });
});
