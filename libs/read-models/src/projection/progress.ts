import type { Collection } from '../collection.ts';
import { defineCollection } from '../collection-spec.ts';
import type { DocumentDatabase, Write } from '../document-database.ts';

const checkpointSpec = defineCollection<{ readonly seq: number }>()({
  name: 'projection-checkpoints',
  version: 1,
  fields: {},
  sorts: {},
});

const liveSpec = defineCollection<{ readonly version: number }>()({
  name: 'projection-live',
  version: 1,
  fields: {},
  sorts: {},
});

/** Checkpoint of one version of a projection; it moves in the transaction that stores the documents. */
export class Checkpoint {
  readonly #checkpoints: Collection<{ readonly seq: number }>;
  readonly #id: string;
  #version = 0;
  /** Seq of the last event that is in the documents; 0 before the first. */
  seq = 0;

  constructor(database: DocumentDatabase, name: string, version: number) {
    this.#checkpoints = database.collection(checkpointSpec);
    this.#id = `${name}@${version}`;
  }

  /** Reads what is stored. */
  async load(): Promise<void> {
    const stored = await this.#checkpoints.get(this.#id);
    this.seq = stored?.doc.seq ?? 0;
    this.#version = stored?.version ?? 0;
  }

  /** The write that moves it; its version keeps two runners from writing the same documents. */
  moveTo(seq: number): Write {
    return this.#checkpoints.preparePut(this.#id, { seq }, this.#version);
  }

  /** The move to this seq is stored. */
  moved(seq: number): void {
    this.seq = seq;
    this.#version += 1;
  }

  /** Forgets that this version was ever built. */
  async remove(): Promise<void> {
    const stored = await this.#checkpoints.get(this.#id);
    if (stored !== undefined) await this.#checkpoints.delete(this.#id, stored.version);
  }
}

/** Which version of a projection answers queries; undefined before the first was complete. */
export async function findLiveVersion(database: DocumentDatabase, name: string): Promise<number | undefined> {
  return (await database.collection(liveSpec).get(name))?.doc.version;
}

/**
 * Makes a version the one that answers queries, unless a later one already does: after a step back to an
 * older release, or while two releases run side by side, the later documents stay.
 */
export async function setLiveVersion(
  database: DocumentDatabase,
  name: string,
  version: number,
): Promise<void> {
  const live = database.collection(liveSpec);
  const stored = await live.get(name);
  if ((stored?.doc.version ?? 0) < version) await live.put(name, { version }, stored?.version ?? 0);
}

/** Removes the earlier versions of a projection's collections, with their checkpoints. */
export async function dropEarlierVersions(
  database: DocumentDatabase,
  projection: { readonly name: string; readonly version: number; readonly collections: readonly string[] },
): Promise<void> {
  for (const collection of projection.collections) {
    for (const version of await database.versionsOf(collection)) {
      if (version >= projection.version) continue;
      // The checkpoint goes first: documents without one are built anew, a checkpoint without documents never.
      await new Checkpoint(database, projection.name, version).remove();
      await database.drop(collection, version);
    }
  }
}

/** Removes the documents of one version of a projection, with their checkpoint. */
export async function dropVersion(
  database: DocumentDatabase,
  projection: { readonly name: string; readonly version: number; readonly collections: readonly string[] },
): Promise<void> {
  await new Checkpoint(database, projection.name, projection.version).remove();
  for (const collection of projection.collections) await database.drop(collection, projection.version);
}
