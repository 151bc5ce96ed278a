import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Collection, Query } from '../collection.ts';
import { type Conditions, whereGiven } from '../where.ts';
import type { CollectionFactory, OpenDatabase } from './collection-contract.ts';
import { naiveCountBy, naiveIds } from './naive-query.ts';
import { type Sample, sampleSpec } from './sample.ts';

type Fields = 'title' | 'status' | 'amount' | 'units';
type Sorts = 'byTitle' | 'richest' | 'mixed';
type Samples = Collection<Sample, Fields, Sorts>;

/** Queries, cursors and counts. */
export function queryContract(factory: CollectionFactory): void {
  describe('queries', () => {
    let opened: OpenDatabase;
    let samples: Samples;
    beforeEach(async () => {
      opened = await factory();
      samples = opened.database.collection(sampleSpec());
    });
    afterEach(() => opened.dispose());

    it('answer like a naive search, page by page', () =>
      fc.assert(
        fc.asyncProperty(
          someSamples,
          someConditions,
          someSort,
          fc.integer({ min: 1, max: 7 }),
          async (docs, where, sort, limit) => {
            const fresh = await factory();
            try {
              const collection = fresh.database.collection(sampleSpec());
              await fill(collection, docs);
              const query = { where, limit, ...(sort && { sort }) };
              const expected = naiveIds(sampleSpec(), docs, query);
              expect(await allIds(collection, query)).toEqual(expected);
              expect((await collection.findFirst(query))?.id).toBe(expected[0]);
              expect(await collection.count(where)).toBe(expected.length);
              expect(await collection.countBy('units', where)).toEqual(
                naiveCountBy(sampleSpec(), docs, 'units', where),
              );
              expect(await collection.countBy('amount', where)).toEqual(
                naiveCountBy(sampleSpec(), docs, 'amount', where),
              );
            } finally {
              await fresh.dispose();
            }
          },
        ),
        { numRuns: 60 },
      ));

    it('neither repeat nor miss what was there, while documents come and go', () =>
      fc.assert(
        fc.asyncProperty(someSamples, someSamples, someSort, async (docs, arrivals, sort) => {
          const fresh = await factory();
          try {
            const collection = fresh.database.collection(sampleSpec());
            await fill(collection, docs);
            const query = { limit: 3, ...(sort && { sort }) };
            const seen = await idsWhileInserting(collection, query, arrivals);
            const original = naiveIds(sampleSpec(), docs, query);
            expect(seen.filter((id) => id.startsWith('id-'))).toEqual(original);
            expect(new Set(seen).size).toBe(seen.length);
          } finally {
            await fresh.dispose();
          }
        }),
        { numRuns: 40 },
      ));

    it('go on after the document a cursor points at is gone', async () => {
      await fill(
        samples,
        ['a', 'b', 'c'].map((title) => ({ title, units: [] })),
      );
      const first = await samples.query({ sort: 'byTitle', limit: 2 });
      await samples.delete('id-1', 1);
      const second = await samples.query({ sort: 'byTitle', limit: 2, cursor: first.nextCursor ?? '' });
      expect(second.items.map((item) => item.doc.title)).toEqual(['c']);
      expect(second.nextCursor).toBeNull();
    });

    it('refuse a cursor of another sort, a broken one and none at all', async () => {
      await fill(
        samples,
        ['a', 'b'].map((title) => ({ title, units: [] })),
      );
      const { nextCursor } = await samples.query({ sort: 'byTitle', limit: 1 });
      const foreign: Query<Fields, Sorts>[] = [
        { sort: 'richest', cursor: nextCursor ?? '' },
        { cursor: nextCursor ?? '' },
        { cursor: '' },
        { cursor: 'not a cursor' },
        { cursor: Buffer.from('{"a":1}').toString('base64url') },
        { sort: 'byTitle', cursor: Buffer.from('["byTitle",{"$gt":1},"id-0"]').toString('base64url') },
      ];
      for (const query of foreign)
        await expect(samples.query(query)).rejects.toMatchObject({ code: 'invalid-cursor' });
    });

    it('find text by its beginning and keep numbers, text and null apart', async () => {
      await fill(samples, [
        { title: '先进材料', status: '已受理', amount: -1, units: [] },
        { title: '先进制造', units: [] },
        { title: '生物', status: '已', amount: 0, units: [] },
      ]);
      expect(await allIds(samples, { where: { title: { prefix: '先进' } } })).toEqual(['id-0', 'id-1']);
      expect(await allIds(samples, { where: { status: { prefix: '已' } } })).toEqual(['id-0', 'id-2']);
      expect(await allIds(samples, { where: { amount: { lte: 0 } } })).toEqual(['id-0', 'id-2']);
      expect(await allIds(samples, { where: { status: { lt: '\u{10ffff}' } } })).toEqual(['id-0', 'id-2']);
      expect(await allIds(samples, { where: { amount: null } })).toEqual(['id-1']);
      expect(await allIds(samples, { where: { amount: { in: [] } } })).toEqual([]);
    });

    it('hold every condition of a list, also two on one field', async () => {
      await fill(samples, [
        { title: 'a', status: 'open', units: ['org-1'] },
        { title: 'b', status: 'open', units: ['org-1', 'org-2'] },
      ]);
      const scope = { units: 'org-1' };
      expect(
        await allIds(samples, { where: [scope, whereGiven({ units: 'org-2', status: undefined })] }),
      ).toEqual(['id-1']);
    });

    it('refuse an undefined condition instead of leaving it out', async () => {
      const scope = JSON.parse('{}').unit;
      await expect(samples.query({ where: { units: scope } })).rejects.toThrow(/units is undefined/);
      await expect(samples.count({ amount: {} })).rejects.toThrow(/needs bounds/);
    });

    it('cap the page', async () => {
      await expect(samples.query({ limit: 0 })).rejects.toThrow(RangeError);
      await expect(samples.query({ limit: 1001 })).rejects.toThrow(RangeError);
    });
  });
}

const text = fc.constantFrom('', 'a', 'b', 'ab', '先进', '先进材料', '𠮷', '\uffee');
const someSamples = fc.array(
  fc.record(
    {
      title: text,
      status: text,
      amount: fc.constantFrom(-2, 0, 1, 2.5, 1e15),
      units: fc.array(fc.constantFrom('org-1', 'org-2', 'org-3'), { maxLength: 3 }),
    },
    { requiredKeys: ['title', 'units'] },
  ),
  { maxLength: 25 },
);
const someSort = fc.constantFrom<Sorts | undefined>('byTitle', 'richest', 'mixed', undefined);
const someConditions: fc.Arbitrary<Conditions<Fields>> = fc.constantFrom<Conditions<Fields>>(
  {},
  { status: 'a' },
  { status: null, units: 'org-1' },
  { title: { prefix: 'a' } },
  { title: { prefix: '先' }, amount: { gte: 0 } },
  { amount: { gt: -2, lt: 2.5 } },
  { status: { gt: 'a' } },
  { status: { lte: 'b' }, units: { prefix: 'org' } },
  [{ units: 'org-1' }, { units: { in: ['org-2', 'org-3'] } }],
  { amount: { in: [0, 1, null] }, title: { gte: '' } },
  { units: { notIn: ['org-1'] } },
  { units: { notIn: ['org-1', 'org-3'] }, status: { notIn: ['a', null] } },
  { amount: { notIn: [] } },
);

async function fill(samples: Samples, docs: readonly Sample[]): Promise<void> {
  for (const [at, doc] of docs.entries()) await samples.put(`id-${at}`, doc, 0);
}

async function allIds(samples: Samples, query: Query<Fields, Sorts>): Promise<readonly string[]> {
  return idsWhileInserting(samples, query, []);
}

/** Pages through a query, inserting one arrival between any two pages. */
async function idsWhileInserting(
  samples: Samples,
  query: Query<Fields, Sorts>,
  arrivals: readonly Sample[],
): Promise<readonly string[]> {
  const waiting = [...arrivals];
  let page = await samples.query(query);
  const ids = page.items.map((item) => item.id);
  while (page.nextCursor !== null) {
    const arrival = waiting.pop();
    if (arrival !== undefined) await samples.put(`new-${waiting.length}`, arrival, 0);
    page = await samples.query({ ...query, cursor: page.nextCursor });
    ids.push(...page.items.map((item) => item.id));
  }
  return ids;
}
