import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { copyKeys, verifyKeys } from './copy-keys.ts';
import type { CopyableKeyStore, KeptKey } from './copyable-key-store.ts';
import { InMemoryKeyStore } from './testing/index.ts';

/** A subject of a generated store: where it has a key, and where that was destroyed. */
interface Subject {
  readonly source: 'live' | 'shredded';
  readonly target: 'absent' | 'live' | 'shredded';
}

const anySubject: fc.Arbitrary<Subject> = fc.record({
  source: fc.constantFrom('live', 'shredded'),
  target: fc.constantFrom('absent', 'live', 'shredded'),
});

/** Two stores that hold the same keys where both hold one. */
async function stores(subjects: readonly Subject[]) {
  const [source, target] = [new InMemoryKeyStore(), new InMemoryKeyStore()];
  for (const [index, subject] of subjects.entries()) {
    const [name, key] = [`case:${index}`, randomBytes(32)];
    const kept = (state: 'live' | 'shredded') => [{ subject: name, key: state === 'live' ? key : null }];
    await source.adopt(kept(subject.source));
    if (subject.target !== 'absent') await target.adopt(kept(subject.target));
  }
  return { source, target };
}

async function contentOf(store: CopyableKeyStore): Promise<readonly string[]> {
  return (await store.list('', 10_000)).map(plain);
}

function plain({ subject, key }: KeptKey): string {
  return `${subject} ${key === null ? 'shredded' : Buffer.from(key).toString('hex')}`;
}

/** A store that takes so many writes and then fails, as when its process dies. */
function dyingAfter(writes: number, store: CopyableKeyStore): CopyableKeyStore {
  let left = writes;
  const live = () => {
    left -= 1;
    if (left < 0) throw new Error('died');
  };
  return {
    keyFor: (subject) => store.keyFor(subject),
    findKey: (subject) => store.findKey(subject),
    isShredded: (subject) => store.isShredded(subject),
    count: () => store.count(),
    list: (after, limit) => store.list(after, limit),
    find: (subjects) => store.find(subjects),
    close: () => store.close(),
    async shred(subject) {
      live();
      await store.shred(subject);
    },
    async adopt(kept) {
      for (const one of kept) {
        live();
        await store.adopt([one]);
      }
    },
  };
}

describe('copyKeys', () => {
  it('gives the target every key, and leaves destroyed what either store destroyed, wherever it was interrupted', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(anySubject, { maxLength: 20 }),
        fc.array(fc.nat(5), { maxLength: 4 }),
        async (subjects, deaths) => {
          const { source, target } = await stores(subjects);
          const before = await source.list('', 100);
          for (const writes of deaths) {
            await copyKeys(source, dyingAfter(writes, target)).catch(() => undefined);
          }
          const { total, shredded } = await copyKeys(source, target);
          const gone = new Set(
            [...subjects.entries()]
              .filter(([, subject]) => subject.source === 'shredded' || subject.target === 'shredded')
              .map(([index]) => `case:${index}`),
          );
          expect({ total, shredded }).toEqual({ total: subjects.length, shredded: gone.size });
          expect(await contentOf(target)).toEqual(
            before.map(({ subject, key }) => plain({ subject, key: gone.has(subject) ? null : key })),
          );
          expect(await source.list('', 100)).toEqual(before);
          expect((await copyKeys(source, target)).copied).toBe(0);
        },
      ),
    ));

  it('copies more than a page, and tells how far it is', async () => {
    const { source, target } = await stores(Array(1_201).fill({ source: 'live', target: 'absent' }));
    const told: string[] = [];
    const copied = await copyKeys(source, target, {
      onProgress: ({ phase, done, total }) => told.push(`${phase} ${done}/${total}`),
    });
    expect(copied).toEqual({ copied: 1_201, total: 1_201, shredded: 0 });
    expect(told).toEqual(
      ['copy', 'verify'].flatMap((phase) => [500, 1_000, 1_201].map((n) => `${phase} ${n}/1201`)),
    );
  });

  it('stops when told, between pages, and goes on the next time', async () => {
    const { source, target } = await stores(Array(600).fill({ source: 'live', target: 'absent' }));
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('told to stop'));
    await expect(copyKeys(source, target, { signal: stop.signal, onProgress })).rejects.toThrow(
      'told to stop',
    );
    expect(await target.count()).toBe(500);
    expect((await copyKeys(source, target)).copied).toBe(100);
  });

  it('refuses by name a target that has another key of a subject, and changes nothing in it', async () => {
    const { source, target } = await stores([
      { source: 'live', target: 'absent' },
      { source: 'live', target: 'live' },
    ]);
    const ours = await source.keyFor('case:other');
    const theirs = await target.keyFor('case:other');
    const before = await contentOf(target);
    const refused = await copyKeys(source, target).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'stores-differ' });
    expect(String(refused)).toContain('another key of case:other.');
    for (const key of [ours, theirs]) {
      for (const encoding of ['hex', 'base64'] as const) {
        expect(String(refused)).not.toContain(Buffer.from(key).toString(encoding));
      }
    }
    expect(await contentOf(target)).toEqual(before);
    await expect(verifyKeys(source, target)).rejects.toMatchObject({ code: 'stores-differ' });
  });

  it('refuses a target with subjects of another platform, and names the first of them', async () => {
    const { source, target } = await stores([{ source: 'live', target: 'absent' }]);
    for (let index = 1; index < 8; index += 1) await target.keyFor(`foreign-${index}`);
    await expect(copyKeys(source, target)).rejects.toThrow(
      'of foreign-1, foreign-2, foreign-3, foreign-4, foreign-5 and 2 more',
    );
    expect(await target.count()).toBe(7);
  });

  it('refuses what is no key', async () => {
    const { source, target } = await stores([]);
    await source.adopt([{ subject: 'case:cut', key: randomBytes(31) }]);
    await expect(copyKeys(source, target)).rejects.toMatchObject({ code: 'source-damaged' });
    expect(await target.count()).toBe(0);
  });
});

describe('verifyKeys', () => {
  it.each<[string, Subject, string]>([
    ['a key that is missing', { source: 'live', target: 'absent' }, 'no key of case:0'],
    ['a mark that is missing', { source: 'shredded', target: 'absent' }, 'no key of case:0'],
    ['a key that should be destroyed', { source: 'shredded', target: 'live' }, 'of case:0'],
  ])('finds %s', async (_what, subject, message) => {
    const { source, target } = await stores([subject]);
    await expect(verifyKeys(source, target)).rejects.toThrow(message);
  });

  it('finds a subject too many', async () => {
    const { source, target } = await stores([{ source: 'live', target: 'live' }]);
    await target.keyFor('more');
    await expect(verifyKeys(source, target)).rejects.toThrow('keys of 1 subjects, the target of 2');
  });
});
