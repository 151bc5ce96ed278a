import { leafHash } from '@iic/ledger';
import { type CopyProgress, type CopyWatch, SourceDamaged, StoresDiffer } from './copying.ts';
import type { EventStore, SealedBatch, StoredEvent } from './event-store.ts';

export interface CopyOptions extends CopyWatch {
  /**
   * Events handed to the target before it has stored the former ones. More than one only where the target stores
   * what it is given together in the order given, all or nothing, as SQLite does with up to 512 appends.
   */
  readonly together?: number;
}

export interface Copied {
  /** Events that were missing in the target and are there now. */
  readonly copied: number;
  /** Seq of the last event of both stores. */
  readonly head: number;
}

const pageSize = 500;

/**
 * Makes the target hold the source's events: the same bytes, leaves, order and seqs. What the target has already
 * must be the beginning of the source; the copy goes on after it. Every event is compared at the end.
 * Nobody may write to either store meanwhile.
 *
 * Throws {@link StoresDiffer} when the target holds anything else, {@link SourceDamaged} at an altered event.
 */
export async function copyStore(
  source: EventStore,
  target: EventStore,
  options: CopyOptions = {},
): Promise<Copied> {
  const [total, start] = [await source.head(), await target.head()];
  if (start > total) {
    throw new StoresDiffer(`The target has ${start} events, the source only ${total}: it is no copy of it.`);
  }
  await compare(source, target, start, 'compare', options);
  let done = start;
  while (done < total) {
    options.signal?.throwIfAborted();
    const page = await readPage(source, done, options.together ?? 1, total);
    await Promise.all(runs(page).map((run) => put(target, run)));
    done += page.length;
    options.onProgress?.({ phase: 'copy', done: done - start, total: total - start });
  }
  await verifyCopy(source, target, options);
  return { copied: total - start, head: total };
}

/** Compares every event and the heads of two stores. Throws like {@link copyStore}. */
export async function verifyCopy(
  source: EventStore,
  target: EventStore,
  options: CopyOptions = {},
): Promise<number> {
  const [expected, actual] = [await source.head(), await target.head()];
  await compare(source, target, Math.min(expected, actual), 'verify', options);
  if (expected !== actual) {
    throw new StoresDiffer(
      `The source has ${expected} events, the target ${actual}; they are equal up to event ${Math.min(expected, actual)}.`,
    );
  }
  return expected;
}

async function compare(
  source: EventStore,
  target: EventStore,
  total: number,
  phase: CopyProgress['phase'],
  { onProgress, signal }: CopyOptions,
): Promise<void> {
  for (let done = 0; done < total; ) {
    signal?.throwIfAborted();
    const ours = await readPage(source, done, pageSize, total);
    const theirs = await target.readAll(done, ours.length);
    for (const [index, event] of ours.entries()) mustEqual(event, theirs[index]);
    done += ours.length;
    onProgress?.({ phase, done, total });
  }
}

/** The next events of the source, each checked: its seq, its leaf, its place in its stream. */
async function readPage(
  source: EventStore,
  after: number,
  limit: number,
  total: number,
): Promise<readonly StoredEvent[]> {
  const page = await source.readAll(after, Math.min(limit, total - after));
  if (page.length === 0)
    throw new SourceDamaged(`The source has no event ${after + 1}, though it has ${total}.`);
  for (const [index, event] of page.entries()) {
    if (event.seq !== after + index + 1) {
      throw new SourceDamaged(`The source gives ${place(event)} where event ${after + index + 1} is due.`);
    }
    if (!equal(leafHash(event.bytes), event.leaf)) {
      throw new SourceDamaged(`${place(event)} of the source was altered: its bytes do not give its leaf.`);
    }
  }
  return page;
}

function mustEqual(event: StoredEvent, other: StoredEvent | undefined): void {
  if (other === undefined || !equal(event.leaf, other.leaf) || !equal(event.bytes, other.bytes)) {
    throw new StoresDiffer(
      `The target has other content from ${place(event)} on. Give it an empty store, or the store this copy began.`,
    );
  }
}

/** Splits events into appends: neighbours of one stream go together. */
function runs(events: readonly StoredEvent[]): readonly (readonly StoredEvent[])[] {
  const result: StoredEvent[][] = [];
  for (const event of events) {
    const run = result.at(-1);
    if (run?.[0]?.envelope.stream === event.envelope.stream) run.push(event);
    else result.push([event]);
  }
  return result;
}

async function put(target: EventStore, events: readonly StoredEvent[]): Promise<void> {
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) return;
  const { stream, revision } = first.envelope;
  const batch: SealedBatch = { stream, expectedRevision: revision - 1, events };
  const { seq } = await target.append(batch);
  if (seq !== last.seq) {
    throw new StoresDiffer(
      `${place(last)} became event ${seq} of the target: somebody else writes to it. Stop them, and begin with an empty target.`,
    );
  }
}

function place({ seq, envelope }: StoredEvent): string {
  return `event ${seq} (revision ${envelope.revision} of ${envelope.stream})`;
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
