import { type CopyableKeyStore, StoresDiffer } from '@iic/event-sourcing';
import { InMemoryKeyStore } from '@iic/event-sourcing/testing';
import type { AttachmentName, AttachmentStore, CaseKeys } from '../attachment-store.ts';
import { caseKeys, existingCaseKeys } from '../case-keys.ts';
import { copyAttachments, verifyAttachments } from '../copy-attachments.ts';
import type { CopyableAttachments } from '../copyable-attachments.ts';

type Store = AttachmentStore & CopyableAttachments;

/** Opens a store under some keys. The same `place` is the same store; a new one is empty. */
export type OpenPlace = (place: string, keys: CaseKeys) => Store;

let made = 0;

/** What a copy from one kind of attachment store to another must do; the same kind twice will do. */
export function attachmentsCopyContract(title: string, openSource: OpenPlace, openTarget: OpenPlace): void {
  describe(`copy of attachments: ${title}`, () => {
    let keys: CopyableKeyStore;
    let source: Store;
    let target: Store;

    beforeEach(() => {
      made += 1;
      keys = new InMemoryKeyStore();
      source = openSource(`source-${made}`, existingCaseKeys(keys));
      target = openTarget(`target-${made}`, existingCaseKeys(keys));
    });

    /** Stores a text in the source, as the service would. */
    async function put(caseId: string, text: string): Promise<AttachmentName> {
      const store = openSource(`source-${made}`, caseKeys(keys));
      const rules = {
        caseId,
        declaredType: 'text/plain',
        allowedTypes: ['text/plain'],
        maxBytes: 10_000_000,
      };
      const { sha256 } = await store.put(one(Buffer.from(text)), rules);
      return { caseId, sha256 };
    }

    it('gives the target every file under its name, sealed as it was, and writes none twice', async () => {
      const texts = ['短', '可行性论证材料'.repeat(20_000)];
      const files = new Map<AttachmentName, string>();
      for (const caseId of ['1', 'case/../2']) {
        for (const text of texts) files.set(await put(caseId, text), text);
      }
      expect(await copyAttachments(source, target)).toEqual({ copied: 4, total: 4, shredded: 0 });
      for (const [name, text] of files) {
        expect(Buffer.compare(await all(target.readSealed(name)), await all(source.readSealed(name)))).toBe(
          0,
        );
        expect((await all(await target.open(name))).toString()).toBe(text);
      }
      expect(await namesIn(target)).toEqual(await namesIn(source));
      expect(await copyAttachments(source, target)).toEqual({ copied: 0, total: 4, shredded: 0 });
      expect(await verifyAttachments(source, target)).toEqual({ total: 4, shredded: 0 });
    });

    it('stops when told, tells how far it is, and goes on the next time', async () => {
      for (const text of ['一', '二', '三']) await put('1', text);
      const stop = new AbortController();
      const told: string[] = [];
      const onProgress = ({ phase, done, total }: { phase: string; done: number; total: number }) => {
        told.push(`${phase} ${done}/${total}`);
        if (told.length === 2) stop.abort(new Error('told to stop'));
      };
      const stopped = copyAttachments(source, target, { signal: stop.signal, onProgress });
      await expect(stopped).rejects.toThrow('told to stop');
      expect(told).toEqual(['copy 1/3', 'copy 2/3']);
      await expect(verifyAttachments(source, target)).rejects.toBeInstanceOf(StoresDiffer);
      expect(await copyAttachments(source, target)).toEqual({ copied: 1, total: 3, shredded: 0 });
    });

    it('leaves no file of a name whose copy broke off, and copies it the next time', async () => {
      const name = await put('1', 'x'.repeat(200_000));
      const broken = target.putSealed(name, breakingOff(source.readSealed(name)));
      await expect(broken).rejects.toThrow('broke off');
      expect(await target.exists(name)).toBe(false);
      expect(await namesIn(target)).toEqual([]);
      expect((await copyAttachments(source, target)).copied).toBe(1);
    });

    it('names a file of the source that was altered, before the target has it', async () => {
      const name = await put('1', '章程');
      await source.putSealed(name, one(altered(await all(source.readSealed(name)))));
      const refused = await copyAttachments(source, target).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'source-damaged' });
      expect(String(refused)).toContain(`file ${name.sha256} of case 1`);
      expect(await target.exists(name)).toBe(false);
    });

    it('names a file of the target that is not what its name says, and does not overwrite it', async () => {
      const name = await put('1', '章程');
      const other = altered(await all(source.readSealed(name)));
      await target.putSealed(name, one(other));
      const refused = await copyAttachments(source, target).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'stores-differ' });
      expect(String(refused)).toContain(`file ${name.sha256} of case 1`);
      expect(Buffer.compare(await all(target.readSealed(name)), other)).toBe(0);
    });

    it('takes the same content, sealed another time, for the same', async () => {
      const name = await put('1', '章程');
      await copyAttachments(source, target);
      await put('1', '章程');
      expect(Buffer.compare(await all(source.readSealed(name)), await all(target.readSealed(name)))).not.toBe(
        0,
      );
      expect(await copyAttachments(source, target)).toEqual({ copied: 0, total: 1, shredded: 0 });
    });

    it('copies what nobody can open any more as it lies, and counts it', async () => {
      const name = await put('1', '章程');
      await put('2', '章程');
      await keys.shred('case:1');
      expect(await copyAttachments(source, target)).toEqual({ copied: 2, total: 2, shredded: 1 });
      await target.putSealed(name, one(altered(await all(source.readSealed(name)))));
      await expect(verifyAttachments(source, target)).rejects.toMatchObject({ code: 'stores-differ' });
    });

    it('refuses keys that know nothing of a case, and makes none', async () => {
      await put('1', '章程');
      const others = new InMemoryKeyStore();
      const copied = copyAttachments(
        openSource(`source-${made}`, existingCaseKeys(others)),
        openTarget(`target-${made}`, existingCaseKeys(others)),
      );
      await expect(copied).rejects.toMatchObject({ code: 'case-key-missing' });
      expect(await others.count()).toBe(0);
      expect(await namesIn(target)).toEqual([]);
    });
  });
}

async function* one(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

async function* breakingOff(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    yield piece.subarray(0, 1_000);
    throw new Error('broke off');
  }
}

async function all(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

function altered(sealed: Buffer): Buffer {
  const other = Buffer.from(sealed);
  other.writeUInt8(other.readUInt8(other.length - 1) ^ 1, other.length - 1);
  return other;
}

async function namesIn(store: CopyableAttachments): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { caseId, sha256 } of store.names()) names.push(`${caseId} ${sha256}`);
  return names.sort();
}
