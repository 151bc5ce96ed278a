import { createHash, randomBytes } from 'node:crypto';
import type { AttachmentRules, AttachmentScan, AttachmentStore, CaseKeys } from '../attachment-store.ts';

/** Makes an empty store. */
export type OpenAttachmentStore = (options: {
  readonly keys: CaseKeys;
  readonly scan?: AttachmentScan;
}) => AttachmentStore;

const key = randomBytes(32);
const keys: CaseKeys = { keyFor: async () => key };
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)]);
const rules: AttachmentRules = {
  caseId: 'case/../1',
  declaredType: 'application/pdf',
  allowedTypes: ['application/pdf', 'image/png'],
  maxBytes: 1_000_000,
};

/** What every attachment store must do. */
export function attachmentStoreContract(name: string, open: OpenAttachmentStore): void {
  describe(`attachment store contract: ${name}`, () => {
    it.each([1, 100, 65_536, 65_537, 131_072, 200_009])(
      'gives back %d bytes as they were',
      async (length) => {
        const store = open({ keys });
        const content = Buffer.from('x'.repeat(length));
        const receipt = await store.put(inPieces(content, 10_007), {
          ...rules,
          declaredType: 'text/plain',
          allowedTypes: ['text/plain'],
        });
        expect(receipt).toEqual({
          sha256: hashOf(content),
          size: length,
          contentType: 'text/plain',
          scan: 'not-scanned',
        });
        expect((await readAll(store, receipt.sha256)).equals(content)).toBe(true);
      },
    );

    it('stores the same content of a case once', async () => {
      const store = open({ keys });
      const first = await store.put(inPieces(pdf), rules);
      expect(await store.put(inPieces(pdf), rules)).toEqual(first);
      expect(await store.sweep(async () => false, new Date(Date.now() + 60_000))).toBe(1);
    });

    it.each([
      ['one over the cap', pdf, { maxBytes: pdf.length - 1 }, 'attachment-too-large'],
      ['an empty one', Buffer.alloc(0), {}, 'attachment-empty'],
      ['a type that is not allowed', pdf, { declaredType: 'text/html' }, 'attachment-type-not-allowed'],
      ['another type than it says', pdf, { declaredType: 'image/png' }, 'attachment-type-mismatch'],
    ])('refuses %s and keeps nothing of it', async (_what, content, more, code) => {
      const store = open({ keys });
      await expect(store.put(inPieces(content), { ...rules, ...more })).rejects.toMatchObject({ code });
      expect(await store.sweep(async () => false, new Date(Date.now() + 60_000))).toBe(0);
    });

    it('stops reading a file that is too large as soon as that is known', async () => {
      let read = 0;
      const endless = (async function* () {
        for (;;) {
          read += 1;
          yield pdf;
        }
      })();
      await expect(open({ keys }).put(endless, rules)).rejects.toMatchObject({
        code: 'attachment-too-large',
      });
      expect(read).toBeLessThan(10);
    });

    it('keeps what a scan lets through, says so, and refuses the rest', async () => {
      const clean = await open({ keys, scan: async () => 'clean' }).put(inPieces(pdf), rules);
      expect(clean.scan).toBe('clean');
      const infected = open({ keys, scan: async () => 'infected' }).put(inPieces(pdf), rules);
      await expect(infected).rejects.toMatchObject({ code: 'attachment-infected' });
    });

    it('does not find the file of another case, nor one that is not there', async () => {
      const store = open({ keys });
      const { sha256 } = await store.put(inPieces(pdf), rules);
      for (const name of [
        { caseId: 'case-2', sha256 },
        { caseId: rules.caseId, sha256: '0'.repeat(64) },
        { caseId: rules.caseId, sha256: '../../etc/passwd' },
      ]) {
        expect(await store.exists(name)).toBe(false);
        await expect(store.open(name)).rejects.toMatchObject({ code: 'attachment-missing' });
      }
    });

    it.each([
      ['in GB 18030', Buffer.from('b9e2b5e7d0c5cfa20d0a', 'hex')],
      ['that begins like a bitmap', Buffer.from('BMS 电池管理系统')],
      ['that begins like XML', Buffer.from('<?xml 附件')],
    ])('takes a text %s for a text', async (_what, content) => {
      const text = { ...rules, declaredType: 'text/plain', allowedTypes: ['text/plain'] };
      expect((await open({ keys }).put(inPieces(content), text)).contentType).toBe('text/plain');
    });

    it('does not take a binary file for a text', async () => {
      const text = { ...rules, declaredType: 'text/plain', allowedTypes: ['text/plain'] };
      await expect(open({ keys }).put(inPieces(pdf), text)).rejects.toMatchObject({
        code: 'attachment-type-mismatch',
        params: { type: 'application/pdf' },
      });
    });

    it('removes a file unless it is referred to', async () => {
      const store = open({ keys });
      const name = { caseId: rules.caseId, sha256: (await store.put(inPieces(pdf), rules)).sha256 };
      expect(await store.remove(name, async () => true)).toBe(false);
      expect(await store.exists(name)).toBe(true);
      expect(await store.remove(name, async () => false)).toBe(true);
      expect(await store.exists(name)).toBe(false);
      expect(await store.remove(name, async () => false)).toBe(true);
    });

    it('keeps a file that is stored again while it is being swept', async () => {
      const store = open({ keys });
      const { sha256 } = await store.put(inPieces(pdf), rules);
      const again: Promise<unknown>[] = [];
      await store.sweep(
        async () => {
          again.push(store.put(inPieces(pdf), rules));
          return false;
        },
        new Date(Date.now() + 60_000),
      );
      await Promise.all(again);
      expect(again).toHaveLength(1);
      expect(await store.exists({ caseId: rules.caseId, sha256 })).toBe(true);
    });

    it('sweeps only what nobody refers to and is old enough', async () => {
      const store = open({ keys });
      const { sha256 } = await store.put(inPieces(pdf), rules);
      const later = new Date(Date.now() + 60_000);
      expect(await store.sweep(async () => false, new Date(0))).toBe(0);
      expect(
        await store.sweep(async (name) => name.sha256 === sha256 && name.caseId === rules.caseId, later),
      ).toBe(0);
      expect(await store.sweep(async () => false, later)).toBe(1);
      expect(await store.exists({ caseId: rules.caseId, sha256 })).toBe(false);
    });
  });
}

async function* inPieces(content: Uint8Array, length = 30_000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; start += length) yield content.subarray(start, start + length);
}

async function readAll(store: AttachmentStore, sha256: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await store.open({ caseId: rules.caseId, sha256 })) pieces.push(piece);
  return Buffer.concat(pieces);
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
