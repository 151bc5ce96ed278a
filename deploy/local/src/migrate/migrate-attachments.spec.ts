import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseKeys, FolderAttachmentStore } from '@iic/attachments';
import { SqliteEventStore, SqliteKeyStore } from '@iic/event-sourcing';
import { type AttachmentAddress, readAttachmentAddress } from './attachment-address.ts';
import type { KeyAddress } from './key-address.ts';
import { migrateAttachments } from './migrate-attachments.ts';
import { migrateKeys } from './migrate-keys.ts';

type Folder = Extract<AttachmentAddress, { kind: 'folder' }>;

const service = 'intake';
const newFolder = (): Folder => ({
  kind: 'folder',
  folder: mkdtempSync(join(tmpdir(), 'iic-migrate-files-')),
});
const fileIn = ({ folder }: Folder, ...parts: readonly string[]) => join(folder, service, ...parts);
const keysIn = ({ folder }: Folder): KeyAddress => ({ kind: 'sqlite', folder });

/** A data folder whose service keeps texts of some cases, and their keys. */
async function filled(...cases: readonly string[]): Promise<Folder> {
  const address = newFolder();
  const keys = SqliteKeyStore.open(fileIn(address, 'keys.sqlite'));
  const store = new FolderAttachmentStore({ folder: fileIn(address, 'attachments'), keys: caseKeys(keys) });
  for (const caseId of cases) {
    const rules = { caseId, declaredType: 'text/plain', allowedTypes: ['text/plain'], maxBytes: 100 };
    await store.put(one(`章程 ${caseId}`), rules);
  }
  await keys.close();
  return address;
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

describe('migrateAttachments', () => {
  it('copies the files of a service, opens them with the keys beside them, and does nothing the next time', async () => {
    const [from, to] = [await filled('1', '2'), newFolder()];
    expect(await migrateAttachments({ from, to, service })).toEqual({ copied: 2, total: 2, shredded: 0 });
    expect(await migrateAttachments({ from, to, service })).toEqual({ copied: 0, total: 2, shredded: 0 });
    expect(await migrateAttachments({ from, to, service, verify: true })).toMatchObject({ total: 2 });
  });

  it('opens them with the keys where the service will look for them, once those are there', async () => {
    const [from, to] = [await filled('1'), newFolder()];
    const early = migrateAttachments({ from, to, service, keys: keysIn(to) });
    await expect(early).rejects.toThrow('intake has no keys there: name them with --keys');
    await migrateKeys({ from: keysIn(from), to: keysIn(to), service });
    rmSync(fileIn(from, 'keys.sqlite'));
    await expect(migrateAttachments({ from, to, service })).rejects.toThrow('--keys');
    expect(await migrateAttachments({ from, to, service, keys: keysIn(to) })).toMatchObject({ copied: 1 });
  });

  it('refuses keys of another platform', async () => {
    const [from, other] = [await filled('1'), await filled('2')];
    const keys = keysIn(other);
    await expect(migrateAttachments({ from, to: newFolder(), service, keys })).rejects.toThrow('case:1');
  });

  it('finds nothing to do where a service never had a file', async () => {
    expect(await migrateAttachments({ from: await filled(), to: newFolder(), service })).toMatchObject({
      total: 0,
    });
  });

  it('does not copy while the service runs, nor from where it never did', async () => {
    const from = await filled('1');
    const running = SqliteEventStore.open(fileIn(from, 'events.sqlite'));
    await expect(migrateAttachments({ from, to: newFolder(), service })).rejects.toMatchObject({
      code: 'store-in-use',
    });
    await running.close();
    const wrong: Folder = { kind: 'folder', folder: fileIn(from, 'attachments') };
    await expect(migrateAttachments({ from: wrong, to: newFolder(), service })).rejects.toMatchObject({
      code: 'address-invalid',
    });
  });
});

describe('the address of attachments', () => {
  const given = { IIC_S3_ENDPOINT: 'http://127.0.0.1:1' };

  it('is a data folder, or the S3 store of the settings', () => {
    expect(readAttachmentAddress('folder:/data', {})).toEqual({ kind: 'folder', folder: '/data' });
    expect(() => readAttachmentAddress('s3:', {})).toThrow('IIC_S3_ENDPOINT');
    expect(() => readAttachmentAddress('s3:', given)).toThrow('IIC_S3_SECRET_KEY_FILE');
  });

  it.each(['', '/data', 'folder:', 's3:bucket', 'sqlite:data'])('is not %j', (text) => {
    expect(() => readAttachmentAddress(text, given)).toThrow('folder:FOLDER or s3:');
  });
});
