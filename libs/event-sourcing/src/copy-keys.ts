import type { CopyableKeyStore, KeptKey } from './copyable-key-store.ts';
import { type CopyProgress, type CopyWatch, SourceDamaged, StoresDiffer } from './copying.ts';

/** What both key stores hold in common. */
export interface KeysVerified {
  /** Subjects of each store. */
  readonly total: number;
  /** Those of them whose key is destroyed in the target. */
  readonly shredded: number;
}

export interface KeysCopied extends KeysVerified {
  /** Subjects whose key came into the target, or was destroyed there, by this copy. */
  readonly copied: number;
}

const pageSize = 500;
const keyLength = 32;
const namesTold = 5;

/**
 * Makes the target hold the source's keys, and marks of destroyed ones. What is destroyed in either store is destroyed in
 * the target afterwards; nothing else that the target has is changed. Every subject is compared at the end. Nobody may
 * write to either store meanwhile; run it again to go on after an interruption.
 *
 * Throws {@link StoresDiffer}, before anything is written, when the target has another key of a subject, or a subject
 * that the source does not know; {@link SourceDamaged} at something that is no key. Messages name subjects, never keys.
 */
export async function copyKeys(
  source: CopyableKeyStore,
  target: CopyableKeyStore,
  watch: CopyWatch = {},
): Promise<KeysCopied> {
  await refuseForeign(source, target, watch);
  let copied = 0;
  for await (const page of pagesOf(source, 'copy', watch)) copied += await copyPage(page, target);
  return { copied, ...(await verifyKeys(source, target, watch)) };
}

/** Compares every subject, and how many there are. Throws like {@link copyKeys}. */
export async function verifyKeys(
  source: CopyableKeyStore,
  target: CopyableKeyStore,
  watch: CopyWatch = {},
): Promise<KeysVerified> {
  let shredded = 0;
  for await (const page of pagesOf(source, 'verify', watch)) {
    page.forEach(mustBeWhole);
    const there = await keptBySubject(target, page);
    mustBeNone(
      page.filter(({ subject }) => !there.has(subject)),
      'The target has no key of',
    );
    mustBeNone(differing(page, there), 'The target has another key of');
    mustBeNone(
      page.filter(({ subject, key }) => key === null && there.get(subject) !== null),
      'The target still has the key, destroyed in the source, of',
    );
    shredded += page.filter(({ subject }) => there.get(subject) === null).length;
  }
  const [total, actual] = [await source.count(), await target.count()];
  if (actual !== total) {
    throw new StoresDiffer(`The source has keys of ${total} subjects, the target of ${actual}.`);
  }
  return { total, shredded };
}

/** Looks at what the target has before anything is written to it. */
async function refuseForeign(
  source: CopyableKeyStore,
  target: CopyableKeyStore,
  watch: CopyWatch,
): Promise<void> {
  const others: KeptKey[] = [];
  const unknown: KeptKey[] = [];
  for await (const page of pagesOf(target, 'compare', watch)) {
    const ours = await keptBySubject(source, page);
    others.push(...differing(page, ours));
    unknown.push(...page.filter(({ subject }) => !ours.has(subject)));
  }
  const advice = 'Nothing was changed. Give it an empty store, or the store this copy began.';
  mustBeNone(others, 'The target has another key of', advice);
  mustBeNone(unknown, 'The target has keys that the source does not have, of', advice);
}

async function copyPage(page: readonly KeptKey[], target: CopyableKeyStore): Promise<number> {
  page.forEach(mustBeWhole);
  const there = await keptBySubject(target, page);
  const missing = page.filter(({ subject }) => !there.has(subject));
  if (missing.length > 0) await target.adopt(missing);
  const toShred = page.filter(({ subject, key }) => key === null && there.get(subject) instanceof Uint8Array);
  for (const { subject } of toShred) await target.shred(subject);
  return missing.length + toShred.length;
}

async function* pagesOf(
  store: CopyableKeyStore,
  phase: CopyProgress['phase'],
  { onProgress, signal }: CopyWatch,
): AsyncGenerator<readonly KeptKey[]> {
  const total = await store.count();
  let done = 0;
  for (let after = ''; ; ) {
    signal?.throwIfAborted();
    const page = await store.list(after, pageSize);
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.subject;
    done += page.length;
    onProgress?.({ phase, done, total });
  }
}

async function keptBySubject(
  store: CopyableKeyStore,
  page: readonly KeptKey[],
): Promise<ReadonlyMap<string, Uint8Array | null>> {
  const found = await store.find(page.map(({ subject }) => subject));
  return new Map(found.map(({ subject, key }) => [subject, key]));
}

/** Those whose keys live in both stores and are not the same. */
function differing(
  page: readonly KeptKey[],
  others: ReadonlyMap<string, Uint8Array | null>,
): readonly KeptKey[] {
  return page.filter(({ subject, key }) => {
    const other = others.get(subject) ?? null;
    return key !== null && other !== null && Buffer.compare(key, other) !== 0;
  });
}

function mustBeWhole({ subject, key }: KeptKey): void {
  if (key === null || key.length === keyLength) return;
  throw new SourceDamaged(`What the source keeps as the key of ${subject} is not ${keyLength} bytes long.`);
}

function mustBeNone(kept: readonly KeptKey[], complaint: string, advice = ''): void {
  if (kept.length === 0) return;
  const named = kept.slice(0, namesTold).map(({ subject }) => subject);
  const more = kept.length > namesTold ? ` and ${kept.length - namesTold} more` : '';
  throw new StoresDiffer(`${complaint} ${named.join(', ')}${more}. ${advice}`.trimEnd());
}
