import { randomBytes } from 'node:crypto';
import type { CopyableKeyStore, KeptKey } from '../copyable-key-store.ts';

/** What every key store must do. `open` gives an empty one, which is closed after each test. */
export function keyStoreContract(name: string, open: () => Promise<CopyableKeyStore>): void {
  describe(`key store contract: ${name}`, () => {
    let keys: CopyableKeyStore;

    beforeEach(async () => {
      keys = await open();
    });
    afterEach(() => keys.close());

    it('makes a key of 32 bytes for each subject, once', async () => {
      const key = hex(await keys.keyFor('a'));
      expect(key).toHaveLength(64);
      expect(hex(await keys.keyFor('a'))).toBe(key);
      expect(hex(await keys.findKey('a'))).toBe(key);
      expect(hex(await keys.keyFor('b'))).not.toBe(key);
      expect(await keys.findKey('never made')).toBeUndefined();
    });

    it('never makes a shredded key again, even of a subject that had none', async () => {
      await keys.keyFor('a');
      for (const subject of ['a', 'never-had-one']) {
        expect(await keys.isShredded(subject)).toBe(false);
        await keys.shred(subject);
        expect(await keys.isShredded(subject)).toBe(true);
        expect(await keys.findKey(subject)).toBeUndefined();
        await expect(keys.keyFor(subject)).rejects.toMatchObject({ code: 'key-shredded' });
      }
    });

    it('lists every subject once, page after page, with its key or the mark that it is destroyed', async () => {
      const subjects = ['a', 'case:1', 'case:10', 'case:2', '产业', 'Z'];
      const made: Record<string, string | null> = {};
      for (const subject of subjects) made[subject] = hex(await keys.keyFor(subject));
      await keys.shred('case:10');
      made['case:10'] = null;
      expect(await keys.count()).toBe(6);
      expect(await listed(keys, 2)).toEqual(made);
      expect(await listed(keys, 100)).toEqual(made);
    });

    it('finds what is kept of the subjects it is asked for', async () => {
      await keys.keyFor('a');
      await keys.keyFor('b');
      await keys.shred('b');
      const found = plainOf(await keys.find(['b', 'a', 'c']));
      expect(found).toEqual({ a: hex(await keys.findKey('a')), b: null });
      expect(await keys.find([])).toEqual([]);
    });

    it('adopts keys and marks, and never in place of what it has', async () => {
      const key = randomBytes(32);
      await keys.adopt([
        { subject: 'a', key },
        { subject: 'b', key: null },
      ]);
      expect(hex(await keys.keyFor('a'))).toBe(key.toString('hex'));
      await expect(keys.keyFor('b')).rejects.toMatchObject({ code: 'key-shredded' });
      for (const subject of ['a', 'b']) {
        await expect(keys.adopt([{ subject, key: randomBytes(32) }])).rejects.toThrow();
      }
      expect(plainOf(await keys.find(['a', 'b']))).toEqual({ a: key.toString('hex'), b: null });
    });
  });
}

async function listed(
  keys: CopyableKeyStore,
  limit: number,
): Promise<Readonly<Record<string, string | null>>> {
  const all: KeptKey[] = [];
  for (let after = ''; ; ) {
    const page = await keys.list(after, limit);
    const last = page.at(-1);
    if (last === undefined) break;
    expect(page.length).toBeLessThanOrEqual(limit);
    all.push(...page);
    after = last.subject;
  }
  expect(all).toHaveLength(await keys.count());
  return plainOf(all);
}

function plainOf(kept: readonly KeptKey[]): Readonly<Record<string, string | null>> {
  return Object.fromEntries(kept.map(({ subject, key }) => [subject, key === null ? null : hex(key)]));
}

function hex(key: Uint8Array | undefined): string {
  return Buffer.from(key ?? []).toString('hex');
}
