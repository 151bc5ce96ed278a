import type { Collection } from './collection.ts';
import type { CollectionSpec } from './collection-spec.ts';

/** A write that is prepared by a collection and happens when the database commits it. */
export interface Write {
  /** `name@version` of the collection. */
  readonly collection: string;
  readonly id: string;
}

/** The database port: collections, and writes to several of them that succeed or fail together. */
export interface DocumentDatabase {
  /**
   * The collection of a spec, made on first use. Throws {@link CollectionChanged} when the same version was
   * made with other fields or sorts.
   */
  collection<Doc, Field extends string, Sort extends string>(
    spec: CollectionSpec<Doc, Field, Sort>,
  ): Collection<Doc, Field, Sort>;
  /** Commits writes of this database's collections in one transaction, or none; throws VersionConflict. */
  commit(writes: readonly Write[]): Promise<void>;
  /** Versions of a collection that exist, in rising order. */
  versionsOf(name: string): Promise<readonly number[]>;
  /** Removes one version of a collection with its documents; does nothing when there is none. */
  drop(name: string, version: number): Promise<void>;
  close(): Promise<void>;
}

/** A collection's fields or sorts changed without a new version: raise the version of its spec. */
export class CollectionChanged extends Error {
  readonly code = 'collection-changed';

  constructor(collection: string) {
    super(`The fields or sorts of ${collection} changed; raise the version in its spec.`);
  }
}
