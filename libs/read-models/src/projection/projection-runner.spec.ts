import { EventVersions, type StoredEvent } from '@iic/event-sourcing';
import { InMemoryEventStore, sampleBatch } from '@iic/event-sourcing/testing';
import { defineCollection } from '../collection-spec.ts';
import { SqliteDocumentDatabase } from '../sqlite/sqlite-document-database.ts';
import { defineProjection } from './define-projection.ts';
import { ProjectionRunner } from './projection-runner.ts';

interface Tally {
  readonly total: number;
  readonly label: string;
}

function tallies(version: number, label = `v${version}`) {
  const spec = defineCollection<Tally>()({
    name: 'tallies',
    version,
    fields: { total: (tally) => tally.total },
    sorts: { most: { by: ['-total'] } },
  });
  return defineProjection(spec, {
    idsOf: ({ envelope }) => (envelope.type === 'Ignored' ? [] : [envelope.stream]),
    apply: (tally, { envelope }) => {
      if (envelope.type === 'Removed') return undefined;
      const { amount } = envelope.data;
      if (typeof amount !== 'number') throw new TypeError('amount is missing');
      return { total: (tally?.total ?? 0) + amount, label };
    },
  });
}

/** A log whose first page waits until the gate opens: a rebuild that has not got on yet. */
class GatedStore extends InMemoryEventStore {
  readonly gate = Promise.withResolvers<void>();

  override async readAll(afterSeq: number, limit: number): Promise<readonly StoredEvent[]> {
    if (afterSeq === 0) await this.gate.promise;
    return super.readAll(afterSeq, limit);
  }
}

describe('ProjectionRunner', () => {
  let store: InMemoryEventStore;
  let database: SqliteDocumentDatabase;
  const running: ProjectionRunner<unknown>[] = [];

  function runnerOf(options: {
    projection: ReturnType<typeof tallies>;
    previous?: ReturnType<typeof tallies>;
    versions?: EventVersions;
    store?: InMemoryEventStore;
  }) {
    const runner = new ProjectionRunner({ store, database, ...options });
    running.push(runner);
    return runner;
  }
  function add(stream: string, revision: number, amount: number) {
    return store.append(sampleBatch(stream, revision - 1, 1, { data: { amount } }));
  }

  beforeEach(() => {
    store = new InMemoryEventStore();
    database = new SqliteDocumentDatabase({ path: ':memory:' });
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((runner) => runner.stop()));
    await database.close();
  });

  it('catches up, then follows', async () => {
    await add('a', 0, 2);
    const runner = runnerOf({ projection: tallies(1) });
    await runner.start();
    expect(await runner.waitFor(1, 5000)).toBe(true);
    await add('a', 1, 3);
    await add('b', 0, 9);
    expect(await runner.waitFor(3, 5000)).toBe(true);
    const { items } = await runner.view.query({ sort: 'most' });
    expect(items.map(({ id, doc }) => [id, doc.total])).toEqual([
      ['b', 9],
      ['a', 5],
    ]);
    expect(await runner.view.count({ total: { gt: 5 } })).toBe(1);
    expect(await runner.lag()).toBe(0);
    expect(runner.status()).toMatchObject({ state: 'live', checkpoint: 3, failure: null, trouble: null });
  });

  it('removes a document and makes it anew', async () => {
    await add('a', 0, 2);
    await store.append(sampleBatch('a', 0, 1, { type: 'Removed' }));
    const runner = runnerOf({ projection: tallies(1) });
    await runner.start();
    await runner.waitFor(2, 5000);
    expect(await runner.view.get('a')).toBeUndefined();
    await add('a', 2, 7);
    await runner.waitFor(3, 5000);
    expect((await runner.view.get('a'))?.doc.total).toBe(7);
  });

  it('goes on where it stopped', async () => {
    await add('a', 0, 2);
    const first = runnerOf({ projection: tallies(1) });
    await first.start();
    await first.waitFor(1, 5000);
    await first.stop();
    expect(first.status().state).toBe('stopped');
    await add('a', 1, 3);
    const second = runnerOf({ projection: tallies(1) });
    await second.start();
    expect(second.checkpoint()).toBe(1);
    await second.waitFor(2, 5000);
    expect((await second.view.get('a'))?.doc.total).toBe(5);
  });

  it('is built anew from a log that has lost events it holds', async () => {
    await add('a', 0, 2);
    await add('a', 1, 3);
    const before = runnerOf({ projection: tallies(1) });
    await before.start();
    expect(await before.waitFor(2, 5_000)).toBe(true);
    await before.stop();
    const putBack = new InMemoryEventStore();
    await putBack.append(sampleBatch('a', -1, 1, { data: { amount: 2 } }));
    const after = runnerOf({ projection: tallies(1), store: putBack });
    expect(await after.stored()).toBe(2);
    await after.forget();
    expect(await after.stored()).toBe(0);
    await after.start();
    expect(await after.waitFor(1, 5_000)).toBe(true);
    expect((await after.view.get('a'))?.doc.total).toBe(2);
  });

  it('waits no longer than asked, and not at all once it has stopped', async () => {
    const runner = runnerOf({ projection: tallies(1) });
    await runner.start();
    expect(await runner.waitFor(1, 5)).toBe(false);
    expect(await runner.waitFor(1, 60_000, AbortSignal.abort())).toBe(false);
    const waiting = runner.waitFor(1, 60_000);
    await runner.stop();
    expect(await waiting).toBe(false);
  });

  it('stops at an event it cannot apply, keeps what came before, and says so', async () => {
    await add('a', 0, 2);
    await store.append(sampleBatch('a', 0, 1, { type: 'Broken' }));
    await add('b', 0, 1);
    const runner = runnerOf({ projection: tallies(1) });
    await runner.start();
    expect(await runner.waitFor(3, 60_000)).toBe(false);
    expect(runner.status()).toMatchObject({
      state: 'failed',
      checkpoint: 1,
      failure: { seq: 2, type: 'Broken', message: 'amount is missing' },
      serving: { state: 'failed' },
    });
    expect((await runner.view.get('a'))?.doc.total).toBe(2);
    expect(await runner.view.count()).toBe(1);
    expect(await runner.lag()).toBe(2);
  });

  it('gives events in their current version and stops at one it does not know', async () => {
    const versions = new EventVersions([{ type: 'SampleRecorded', version: 2 }], {
      'SampleRecorded@1': ({ amountText }) => ({ amount: Number(amountText) }),
    });
    await store.append(sampleBatch('a', -1, 1, { data: { amountText: '4' } }));
    await store.append(sampleBatch('a', 0, 1, { schemaVersion: 2, data: { amount: 1 } }));
    await store.append(sampleBatch('a', 1, 1, { schemaVersion: 3 }));
    const runner = runnerOf({ projection: tallies(1), versions });
    await runner.start();
    expect(await runner.waitFor(3, 60_000)).toBe(false);
    expect((await runner.view.get('a'))?.doc.total).toBe(5);
    expect(runner.status().failure?.seq).toBe(3);
  });

  it('builds a new version beside the old one, which answers and follows until then', async () => {
    const gated = new GatedStore();
    store = gated;
    await add('a', 0, 2);
    gated.gate.resolve();
    const old = runnerOf({ projection: tallies(1) });
    await old.start();
    await old.waitFor(1, 5000);
    await old.stop();

    const closed = new GatedStore();
    store = closed;
    await add('a', 0, 2);
    const runner = runnerOf({ projection: tallies(2), previous: tallies(1) });
    await runner.start();
    await add('a', 1, 3);
    expect(await runner.waitFor(2, 5000)).toBe(true);
    expect((await runner.view.get('a'))?.doc).toEqual({ total: 5, label: 'v1' });
    expect(runner.status()).toMatchObject({
      state: 'rebuilding',
      version: 2,
      checkpoint: 0,
      serving: { version: 1 },
    });

    closed.gate.resolve();
    await add('a', 2, 1);
    while (runner.status().serving.version === 1) await runner.waitFor(3, 5000);
    await runner.stop();
    expect((await runner.view.get('a'))?.doc).toEqual({ total: 6, label: 'v2' });
    expect(await database.versionsOf('tallies')).toEqual([2]);
  });

  it('leaves the documents of a later version alone when an older release runs again', async () => {
    await add('a', 0, 2);
    const newer = runnerOf({ projection: tallies(2) });
    await newer.start();
    await newer.waitFor(1, 5000);
    await newer.stop();
    const older = runnerOf({ projection: tallies(1) });
    await older.start();
    await older.waitFor(1, 5000);
    await older.stop();
    expect((await older.view.get('a'))?.doc.label).toBe('v1');
    expect(await database.versionsOf('tallies')).toEqual([1, 2]);
  });
});
