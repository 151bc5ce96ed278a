import type { CollectionSpec } from './collection-spec.ts';
import type { Write } from './document-database.ts';
import type { Scalar } from './scalar.ts';
import type { Conditions } from './where.ts';

/** A document with its id and the version a change must name. */
export interface Stored<Doc> {
  readonly id: string;
  readonly doc: Doc;
  /** 1 for a new document, one more with every change. */
  readonly version: number;
}

/** What to find, in which order, and which page of it. */
export interface Query<Field extends string, Sort extends string> {
  readonly where?: Conditions<Field>;
  /** A declared sort; by id when left out. Ties are broken by id. */
  readonly sort?: Sort;
  /** 1 to 1,000; 50 when left out. */
  readonly limit?: number;
  /** The `nextCursor` of the page before, taken with the same sort; otherwise {@link InvalidCursor}. */
  readonly cursor?: string;
}

/** A page of a keyset query: documents inserted or removed elsewhere neither repeat nor hide its rows. */
export interface Page<Doc> {
  readonly items: readonly Stored<Doc>[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** How many documents hold a value. */
export interface ValueCount {
  readonly value: Scalar;
  readonly count: number;
}

/** The reading half of the collection port. Conditions and sorts name declared fields only. */
export interface ReadableCollection<Doc, Field extends string = string, Sort extends string = string> {
  get(id: string): Promise<Stored<Doc> | undefined>;
  /** The documents that exist among these ids, in no particular order. */
  getMany(ids: readonly string[]): Promise<readonly Stored<Doc>[]>;
  query(query?: Query<Field, Sort>): Promise<Page<Doc>>;
  /** The first document of a query, without looking for a second; undefined when there is none. */
  findFirst(query: Omit<Query<Field, Sort>, 'limit' | 'cursor'>): Promise<Stored<Doc> | undefined>;
  count(where?: Conditions<Field>): Promise<number>;
  /** Counts per value of a field, ordered by value; of a `many` field each value of a document counts. */
  countBy(field: Field, where?: Conditions<Field>): Promise<readonly ValueCount[]>;
}

/**
 * A collection of JSON documents. One contract suite (`@iic/read-models/testing`) holds for every adapter.
 * `expectedVersion` is the version the caller read, 0 for a document that must not exist yet;
 * otherwise {@link VersionConflict}.
 */
export interface Collection<Doc, Field extends string = string, Sort extends string = string>
  extends ReadableCollection<Doc, Field, Sort> {
  /** Resolves with the new version. */
  put(id: string, doc: Doc, expectedVersion: number): Promise<number>;
  delete(id: string, expectedVersion: number): Promise<void>;
  /** Like `put`, but done when the database commits it together with other writes. */
  preparePut(id: string, doc: Doc, expectedVersion: number): Write;
  prepareDelete(id: string, expectedVersion: number): Write;
}

/** The collection a spec declares. */
export type CollectionOf<Spec> =
  Spec extends CollectionSpec<infer Doc, infer Field, infer Sort> ? Collection<Doc, Field, Sort> : never;

/** The document is not at the version the caller read: load it and decide again. */
export class VersionConflict extends Error {
  readonly code = 'version-conflict';
  readonly collection: string;
  readonly id: string;
  readonly expected: number;
  /** 0 when the document does not exist. */
  readonly actual: number;

  constructor(collection: string, id: string, expected: number, actual: number) {
    super(`Document ${id} of ${collection} is at version ${actual}, expected ${expected}.`);
    this.collection = collection;
    this.id = id;
    this.expected = expected;
    this.actual = actual;
  }
}

/** Whether an error is a {@link VersionConflict}, also one of another copy of this library. */
export function isVersionConflict(error: unknown): error is VersionConflict {
  return error instanceof Error && 'code' in error && error.code === 'version-conflict';
}
