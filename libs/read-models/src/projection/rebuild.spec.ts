import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryEventStore, sampleBatch } from '@iic/event-sourcing/testing';
import fc from 'fast-check';
import { defineCollection } from '../collection-spec.ts';
import { SqliteDocumentDatabase } from '../sqlite/sqlite-document-database.ts';
import { type CommitFault, faultyDatabase } from '../testing/faulty-database.ts';
import { defineProjection } from './define-projection.ts';
import { DocumentWriter } from './document-writer.ts';
import { ProjectionRunner } from './projection-runner.ts';
import { type Tracked, trackedSpec } from './tracked.ts';

interface Story {
  readonly told: readonly string[];
}

const spec = defineCollection<Story>()({
  name: 'stories',
  version: 1,
  fields: { length: (story) => story.told.length },
  sorts: { longest: { by: ['-length'] } },
});

/** Every event is told in the story of its stream and, for every other one, in that of everybody. */
const rules = {
  idsOf: ({ seq, envelope }: { seq: number; envelope: { stream: string } }) =>
    seq % 2 === 0 ? [envelope.stream, 'everybody'] : [envelope.stream],
  apply: (story: Story | undefined, { seq, envelope }: { seq: number; envelope: { stream: string } }) => ({
    told: [...(story?.told ?? []), `${envelope.stream}:${seq}`],
  }),
};
const stories = defineProjection(spec, rules);

async function storeWith(streams: readonly string[]): Promise<InMemoryEventStore> {
  const store = new InMemoryEventStore();
  const revisions = new Map<string, number>();
  for (const stream of streams) {
    const revision = revisions.get(stream) ?? -1;
    await store.append(sampleBatch(stream, revision));
    revisions.set(stream, revision + 1);
  }
  return store;
}

function naive(streams: readonly string[]): Record<string, Story> {
  const docs: Record<string, Story> = {};
  for (const [index, stream] of streams.entries()) {
    const event = { seq: index + 1, envelope: { stream } };
    for (const id of rules.idsOf(event)) docs[id] = rules.apply(docs[id], event);
  }
  return docs;
}

async function everything(runner: ProjectionRunner<ReturnType<typeof stories.open>['view']>) {
  const { items } = await runner.view.query({ limit: 1000 });
  return Object.fromEntries(items.map(({ id, doc }) => [id, doc]));
}

const someStreams = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 40 });

describe('a projection', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'iic-projection-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is the same however the log was cut into batches and runs', () =>
    fc.assert(
      fc.asyncProperty(
        someStreams,
        fc.nat(40),
        fc.integer({ min: 1, max: 7 }),
        async (streams, cut, batchSize) => {
          const path = join(await mkdtemp(join(folder, 'run-')), 'documents.db');
          for (const part of [streams.slice(0, cut), streams]) {
            // Each part runs over a file opened anew, as after a crash between two batches.
            const database = new SqliteDocumentDatabase({ path });
            const runner = new ProjectionRunner({
              store: await storeWith(part),
              database,
              projection: stories,
              batchSize,
            });
            await runner.start();
            expect(await runner.waitFor(part.length, 60_000)).toBe(true);
            expect(await everything(runner)).toEqual(naive(part));
            await runner.stop();
            await database.close();
          }
        },
      ),
      { numRuns: 30 },
    ));

  it.each<{ name: string; faults: CommitFault[] }>([
    { name: 'fails', faults: [undefined, 'before'] },
    { name: 'is stored but not acknowledged', faults: [undefined, 'after'] },
    { name: 'fails at the very first batch', faults: ['after'] },
  ])('doubles and loses nothing when a commit $name', async ({ faults }) => {
    const streams = ['a', 'b', 'a', 'c', 'b', 'a', 'a'];
    const sound = new SqliteDocumentDatabase({ path: ':memory:' });
    const runner = new ProjectionRunner({
      store: await storeWith(streams),
      database: faultyDatabase(sound, faults),
      projection: stories,
      batchSize: 2,
    });
    await runner.start();
    expect(await runner.waitFor(streams.length, 60_000)).toBe(true);
    expect(await everything(runner)).toEqual(naive(streams));
    await runner.stop();
    await sound.close();
  });

  it.each(['by-stream', 'by-seq'] as const)(
    'skips repeats %s where the checkpoint fell behind',
    async (repeats) => {
      const streams = ['a', 'b', 'a', 'c', 'b', 'a', 'a'];
      const events = await (await storeWith(streams)).readAll(0, 100);
      const database = new SqliteDocumentDatabase({ path: ':memory:' });
      const documents = database.collection(trackedSpec(spec));
      for (const again of [events.slice(0, 5), events.slice(2), events]) {
        const writer = new DocumentWriter<Story>(documents, { ...rules, repeats });
        await writer.prepare(again);
        for (const event of again) writer.apply(event);
        await database.commit(writer.writes());
      }
      const { items } = await documents.query();
      const plain = items.map(({ id, doc }): [string, Story] => [id, (doc satisfies Tracked<Story>).doc]);
      expect(Object.fromEntries(plain)).toEqual(naive(streams));
      await database.close();
    },
  );
});
