import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Collection } from '../collection.ts';
import type { DocumentDatabase } from '../document-database.ts';
import { queryContract } from './query-contract.ts';
import { type Sample, sampleSpec } from './sample.ts';

/** A database under test; `dispose` removes it with all it holds. */
export interface OpenDatabase {
  readonly database: DocumentDatabase;
  dispose(): Promise<void>;
}

/** Makes an empty database. */
export type CollectionFactory = () => Promise<OpenDatabase>;

const paper: Sample = { title: '先进材料', status: 'open', amount: 3, units: ['org-1', 'org-2'] };

/** What every adapter of the document database port must do. */
export function collectionContract(name: string, factory: CollectionFactory): void {
  describe(`document database: ${name}`, () => {
    writingContract(factory);
    versionsContract(factory);
    queryContract(factory);
  });
}

function writingContract(factory: CollectionFactory): void {
  describe('writing', () => {
    let opened: OpenDatabase;
    let samples: Collection<Sample>;
    beforeEach(async () => {
      opened = await factory();
      samples = opened.database.collection(sampleSpec());
    });
    afterEach(() => opened.dispose());

    it('gives back what was put, with its version', async () => {
      expect(await samples.get('a')).toBeUndefined();
      expect(await samples.put('a', paper, 0)).toBe(1);
      expect(await samples.put('a', { ...paper, amount: 4 }, 1)).toBe(2);
      expect(await samples.get('a')).toEqual({ id: 'a', doc: { ...paper, amount: 4 }, version: 2 });
    });

    it('finds the existing ones among many ids', async () => {
      await samples.put('a', paper, 0);
      await samples.put('b', paper, 0);
      const found = await samples.getMany(['b', 'missing', 'a']);
      expect(found.map((stored) => stored.id).sort()).toEqual(['a', 'b']);
    });

    it('refuses a new document where one exists', async () => {
      await samples.put('a', paper, 0);
      await expect(samples.put('a', paper, 0)).rejects.toMatchObject({
        code: 'version-conflict',
        id: 'a',
        expected: 0,
        actual: 1,
      });
    });

    it('refuses a change of another version, and of a document that is gone', async () => {
      await samples.put('a', paper, 0);
      await expect(samples.put('a', paper, 2)).rejects.toMatchObject({ code: 'version-conflict', actual: 1 });
      await expect(samples.put('b', paper, 1)).rejects.toMatchObject({ code: 'version-conflict', actual: 0 });
      expect(await samples.get('a')).toEqual({ id: 'a', doc: paper, version: 1 });
    });

    it('deletes at the version named only, also from every index', async () => {
      await samples.put('a', paper, 0);
      await expect(samples.delete('a', 2)).rejects.toMatchObject({ code: 'version-conflict', actual: 1 });
      await samples.delete('a', 1);
      expect(await samples.get('a')).toBeUndefined();
      expect(await samples.count({ units: 'org-1' })).toBe(0);
      expect(await samples.count({ status: 'open' })).toBe(0);
    });

    it('lets one of two writers with the same version win', async () => {
      await samples.put('a', paper, 0);
      const outcomes = await Promise.allSettled([
        samples.put('a', { ...paper, title: 'x' }, 1),
        samples.put('a', { ...paper, title: 'y' }, 1),
      ]);
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('moves a document between values of its fields', async () => {
      await samples.put('a', paper, 0);
      await samples.put('a', { ...paper, status: 'closed', units: ['org-2', 'org-3'] }, 1);
      expect(await samples.count({ status: 'open' })).toBe(0);
      expect(await samples.count({ units: 'org-1' })).toBe(0);
      expect(await samples.count({ status: 'closed', units: { in: ['org-2', 'org-3'] } })).toBe(1);
    });

    it('commits all writes of several collections', async () => {
      const next = opened.database.collection(sampleSpec(2));
      await samples.put('old', paper, 0);
      await opened.database.commit([
        samples.preparePut('a', paper, 0),
        next.preparePut('a', paper, 0),
        samples.prepareDelete('old', 1),
      ]);
      expect(await samples.count()).toBe(1);
      expect(await next.count()).toBe(1);
    });

    it('commits nothing when one write conflicts', async () => {
      await samples.put('b', paper, 0);
      const writes = [samples.preparePut('a', paper, 0), samples.preparePut('b', paper, 0)];
      await expect(opened.database.commit(writes)).rejects.toMatchObject({
        code: 'version-conflict',
        id: 'b',
      });
      expect(await samples.get('a')).toBeUndefined();
      expect(await samples.count({ units: 'org-1' })).toBe(1);
    });
  });
}

function versionsContract(factory: CollectionFactory): void {
  describe('versions of a collection', () => {
    let opened: OpenDatabase;
    beforeEach(async () => {
      opened = await factory();
    });
    afterEach(() => opened.dispose());

    it('keeps them apart and drops one alone', async () => {
      const { database } = opened;
      await database.collection(sampleSpec(1)).put('a', paper, 0);
      await database.collection(sampleSpec(2)).put('b', paper, 0);
      expect(await database.versionsOf('samples')).toEqual([1, 2]);
      await database.drop('samples', 1);
      await database.drop('samples', 1);
      expect(await database.versionsOf('samples')).toEqual([2]);
      expect(await database.collection(sampleSpec(2)).count()).toBe(1);
      expect(await database.collection(sampleSpec(1)).count()).toBe(0);
    });

    it('refuses other fields or sorts under the same version', () => {
      const { database } = opened;
      const spec = sampleSpec();
      database.collection(spec);
      const changed = { ...spec, sorts: { ...spec.sorts, byTitle: { by: ['-title'] as const } } };
      expect(() => database.collection(changed)).toThrow(/samples@1.*raise the version/);
    });
  });
}
