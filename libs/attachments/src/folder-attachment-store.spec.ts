import { copyFileSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FolderAttachmentStore } from './folder-attachment-store.ts';
import { attachmentStoreContract } from './testing/index.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'iic-attachments-'));
const keys = { keyFor: async () => Buffer.alloc(32, 7) };
const rules = {
  caseId: 'case-1',
  declaredType: 'text/plain',
  allowedTypes: ['text/plain'],
  maxBytes: 1_000_000,
};
const text = '可行性论证材料'.repeat(20_000);

attachmentStoreContract(
  'folder',
  (options) => new FolderAttachmentStore({ ...options, folder: newFolder() }),
);

async function stored() {
  const folder = newFolder();
  const store = new FolderAttachmentStore({ folder, keys });
  const { sha256 } = await store.put(once(text), rules);
  const [caseFolder = ''] = readdirSync(folder);
  const file = join(folder, caseFolder, sha256);
  const read = async (reader = store) => {
    for await (const _piece of await reader.open({ caseId: 'case-1', sha256 }));
  };
  return { folder, store, file, read };
}

describe('attachments in a folder', () => {
  it('are not readable in the file', async () => {
    const { file } = await stored();
    expect(readFileSync(file).includes(Buffer.from('可行性论证材料'))).toBe(false);
  });

  it('are refused when a byte was changed, the end cut off, or whole chunks dropped', async () => {
    for (const damage of [
      (file: string) => {
        const bytes = readFileSync(file);
        bytes.writeUInt8(bytes.readUInt8(100_000) ^ 1, 100_000);
        writeFileSync(file, bytes);
      },
      (file: string) => truncateSync(file, 90_000),
      (file: string) => truncateSync(file, 7 + 2 * (64 * 1024 + 16)),
      (file: string) => truncateSync(file, 7),
    ]) {
      const { file, read } = await stored();
      await read();
      damage(file);
      await expect(read()).rejects.toMatchObject({ code: 'attachment-damaged' });
    }
  });

  it('are refused when another file of the case lies in their place', async () => {
    const { file, store, read } = await stored();
    const other = await store.put(once('另一份材料'), rules);
    copyFileSync(join(dirname(file), other.sha256), file);
    await expect(read()).rejects.toMatchObject({ code: 'attachment-damaged' });
  });

  it('are refused under another key', async () => {
    const { folder, read } = await stored();
    const other = new FolderAttachmentStore({ folder, keys: { keyFor: async () => Buffer.alloc(32, 8) } });
    await expect(read(other)).rejects.toMatchObject({ code: 'attachment-damaged' });
  });

  it('leave what is half written to the sweep', async () => {
    const { folder, file, store } = await stored();
    writeFileSync(join(dirname(file), 'left-over.part'), 'x');
    expect(await store.sweep(async () => true, new Date(Date.now() + 60_000))).toBe(1);
    expect(readdirSync(join(folder, basename(dirname(file))))).toEqual([basename(file)]);
  });
});

async function* once(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}
