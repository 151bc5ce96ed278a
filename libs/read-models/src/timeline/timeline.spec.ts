import { InMemoryEventStore, sampleBatch } from '@iic/event-sourcing/testing';
import fc from 'fast-check';
import { ProjectionRunner } from '../projection/projection-runner.ts';
import { SqliteDocumentDatabase } from '../sqlite/sqlite-document-database.ts';
import { defineTimeline } from './define-timeline.ts';
import type { Timeline, TimelinePoint, TimelineQuery } from './timeline.ts';

interface Center {
  readonly name: string;
  readonly names: readonly string[];
  readonly grade: number;
}
type Fields = 'name' | 'names' | 'grade';

interface Fact {
  readonly key: string;
  readonly effective: number;
  /** Days since the fact recorded before. */
  readonly later: number;
  readonly name: string | null;
}
interface Recorded extends Fact {
  readonly recorded: number;
}

/** Appending names makes the order of folding visible; a null name ends the center. */
function rename(center: Center | undefined, name: string | null): Center | undefined {
  if (name === null) return undefined;
  return { name, names: [...(center?.names ?? []), name], grade: name.length };
}

const centers = defineTimeline<Center>()({
  name: 'centers',
  version: 1,
  fields: {
    name: (center) => center.name,
    names: { many: (center) => center.names },
    grade: { plain: (center) => center.grade },
  },
  keyOf: ({ envelope }) => (envelope.type === 'Renamed' ? envelope.stream : undefined),
  apply: (center, { envelope }) => {
    const name = envelope.data['name'];
    return rename(center, typeof name === 'string' ? name : null);
  },
});

function day(days: number): string {
  return new Date(Date.UTC(2026, 0, 1 + days)).toISOString();
}

function recordedFacts(facts: readonly Fact[]): readonly Recorded[] {
  let recorded = 10;
  return facts.map((fact) => {
    recorded += fact.later;
    return { ...fact, recorded };
  });
}

async function storeOf(facts: readonly Recorded[]): Promise<InMemoryEventStore> {
  const store = new InMemoryEventStore();
  const revisions = new Map<string, number>();
  for (const { key, recorded, effective, name } of facts) {
    const revision = revisions.get(key) ?? -1;
    const members = {
      type: 'Renamed',
      recordedAt: day(recorded),
      effectiveAt: day(effective),
      data: { name },
    };
    await store.append(sampleBatch(key, revision, 1, members));
    revisions.set(key, revision + 1);
  }
  return store;
}

/** The meaning of the timeline: fold what was known by then and effective by then, in effective order. */
function naive(facts: readonly Recorded[], key: string, at: Days): Center | undefined {
  return facts
    .filter((fact) => fact.key === key && fact.recorded <= at.recorded && fact.effective <= at.effective)
    .toSorted((left, right) => left.effective - right.effective)
    .reduce<Center | undefined>((center, fact) => rename(center, fact.name), undefined);
}

interface Days {
  readonly effective: number;
  readonly recorded: number;
}
const pointOf = (at: Days): TimelinePoint => ({ effective: day(at.effective), recorded: day(at.recorded) });

const keys = ['center-1', 'center-2', 'center-3'];
const someFacts = fc
  .array(
    fc.record({
      key: fc.constantFrom(...keys),
      effective: fc.integer({ min: 5, max: 15 }),
      later: fc.constantFrom(0, 0, 1, 3),
      name: fc.constantFrom('a', 'bb', '光电', null),
    }),
    { maxLength: 25 },
  )
  .map(recordedFacts);

async function withTimeline(
  facts: readonly Recorded[],
  batchSize: number,
  check: (timeline: Timeline<Center, Fields>) => Promise<void>,
): Promise<void> {
  const database = new SqliteDocumentDatabase({ path: ':memory:' });
  const runner = new ProjectionRunner({
    store: await storeOf(facts),
    database,
    projection: centers,
    batchSize,
  });
  await runner.start();
  expect(await runner.waitFor(facts.length, 60_000)).toBe(true);
  try {
    await check(runner.view);
  } finally {
    await runner.stop();
    await database.close();
  }
}

async function pages(timeline: Timeline<Center, Fields>, at: Days, query: TimelineQuery<Fields>) {
  const items: { key: string; doc: Center }[] = [];
  let page = await timeline.page(pointOf(at), query);
  items.push(...page.items);
  while (page.nextCursor !== null) {
    page = await timeline.page(pointOf(at), { ...query, cursor: page.nextCursor });
    items.push(...page.items);
  }
  return items;
}

/** Every key at every pair of days around what was recorded. */
function* grid(lastRecorded: number): Generator<{ readonly key: string; readonly at: Days }> {
  for (let recorded = 9; recorded <= lastRecorded + 1; recorded += 1) {
    for (let effective = 4; effective <= 16; effective += 1) {
      for (const key of keys) yield { key, at: { effective, recorded } };
    }
  }
}

const someDays = fc.record({
  effective: fc.integer({ min: 4, max: 16 }),
  recorded: fc.integer({ min: 9, max: 60 }),
});

describe('Timeline', () => {
  it('answers like a replay of what was known and effective then', () =>
    fc.assert(
      fc.asyncProperty(someFacts, fc.integer({ min: 1, max: 9 }), (facts, batchSize) =>
        withTimeline(facts, batchSize, async (timeline) => {
          for (const { key, at } of grid(facts.at(-1)?.recorded ?? 10)) {
            expect(await timeline.asOf(key, pointOf(at))).toEqual(naive(facts, key, at));
          }
        }),
      ),
      { numRuns: 40 },
    ));

  it('pages like a search through that replay', () =>
    fc.assert(
      fc.asyncProperty(someFacts, someDays, fc.integer({ min: 1, max: 3 }), (facts, at, limit) =>
        withTimeline(facts, 4, async (timeline) => {
          const all = keys.flatMap((key) => {
            const doc = naive(facts, key, at);
            return doc === undefined ? [] : [{ key, doc }];
          });
          const byKey = (left: { key: string }, right: { key: string }) => (left.key < right.key ? -1 : 1);
          const found = async (where: NonNullable<TimelineQuery<Fields>['where']>) =>
            (await pages(timeline, at, { where, limit })).sort(byKey);
          expect(await found({})).toEqual(all);
          expect(await found({ name: 'a' })).toEqual(all.filter(({ doc }) => doc.name === 'a'));
          expect(await found({ name: { in: ['bb', '光电'] }, grade: 2 })).toEqual(
            all.filter(({ doc }) => doc.name === 'bb' || doc.name === '光电'),
          );
          expect(await found({ names: { prefix: '光' } })).toEqual(
            all.filter(({ doc }) => doc.names.includes('光电')),
          );
          expect(await found([{ name: { gt: 'a' } }, { grade: { lt: 2 } }])).toEqual([]);
        }),
      ),
      { numRuns: 60 },
    ));

  it('keeps the order of entry and refuses a foreign cursor', async () => {
    const facts = recordedFacts(
      ['center-3', 'center-1', 'center-2'].map((key) => ({ key, effective: 5, later: 1, name: 'a' })),
    );
    await withTimeline(facts, 100, async (timeline) => {
      const point = { effective: day(6), recorded: day(30) };
      const first = await timeline.page(point, { limit: 2 });
      expect(first.items.map(({ key }) => key)).toEqual(['center-3', 'center-1']);
      await expect(timeline.page(point, { cursor: 'nonsense' })).rejects.toMatchObject({
        code: 'invalid-cursor',
      });
      const early = await timeline.page({ effective: day(6), recorded: day(11) });
      expect(early.items.map(({ key }) => key)).toEqual(['center-3']);
    });
  });

  it('tells what was known on one date about another', async () => {
    const facts = recordedFacts([
      { key: 'center-1', effective: 5, later: 0, name: 'old' },
      { key: 'center-1', effective: 9, later: 10, name: 'newest' },
      { key: 'center-1', effective: 7, later: 10, name: 'forgotten' },
    ]);
    await withTimeline(facts, 1, async (timeline) => {
      const nameAt = async (effective: number, recorded: number) =>
        (await timeline.asOf('center-1', pointOf({ effective, recorded })))?.name;
      expect(await nameAt(8, 10)).toBe('old');
      expect(await nameAt(8, 25)).toBe('old');
      expect(await nameAt(8, 30)).toBe('forgotten');
      expect(await nameAt(9, 30)).toBe('newest');
      expect(await nameAt(4, 30)).toBeUndefined();
      expect(await nameAt(9, 9)).toBeUndefined();
    });
  });
});
