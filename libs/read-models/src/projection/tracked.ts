import type { Page, Query, ReadableCollection, Stored, ValueCount } from '../collection.ts';
import { type CollectionSpec, type FieldIndex, isMany } from '../collection-spec.ts';
import type { Conditions } from '../where.ts';

/** A projected document with the last event of each source that went into it, so that repeats are skipped. */
export interface Tracked<Doc> {
  readonly doc: Doc;
  readonly marks: Readonly<Record<string, number>>;
}

/** The spec of a projection's documents as they are stored. */
export function trackedSpec<Doc, Field extends string, Sort extends string>(
  spec: CollectionSpec<Doc, Field, Sort>,
): CollectionSpec<Tracked<Doc>, Field, Sort> {
  const fields = Object.entries<FieldIndex<Doc>>(spec.fields).map(([name, index]) => [name, inside(index)]);
  return { ...spec, fields: Object.fromEntries(fields) };
}

function inside<Doc>(index: FieldIndex<Doc>): FieldIndex<Tracked<Doc>> {
  if (typeof index === 'function') return (tracked) => index(tracked.doc);
  if (isMany(index)) return { many: (tracked) => index.many(tracked.doc) };
  return { plain: (tracked) => index.plain(tracked.doc) };
}

/** Reads a projection's documents without what is tracked beside them. */
export class ProjectedCollection<Doc, Field extends string, Sort extends string>
  implements ReadableCollection<Doc, Field, Sort>
{
  readonly #tracked: ReadableCollection<Tracked<Doc>, Field, Sort>;

  constructor(tracked: ReadableCollection<Tracked<Doc>, Field, Sort>) {
    this.#tracked = tracked;
  }

  async get(id: string): Promise<Stored<Doc> | undefined> {
    const found = await this.#tracked.get(id);
    return found && plain(found);
  }

  async getMany(ids: readonly string[]): Promise<readonly Stored<Doc>[]> {
    return (await this.#tracked.getMany(ids)).map(plain);
  }

  async query(query?: Query<Field, Sort>): Promise<Page<Doc>> {
    const page = await this.#tracked.query(query);
    return { items: page.items.map(plain), nextCursor: page.nextCursor };
  }

  async findFirst(query: Omit<Query<Field, Sort>, 'limit' | 'cursor'>): Promise<Stored<Doc> | undefined> {
    const found = await this.#tracked.findFirst(query);
    return found && plain(found);
  }

  count(where?: Conditions<Field>): Promise<number> {
    return this.#tracked.count(where);
  }

  countBy(field: Field, where?: Conditions<Field>): Promise<readonly ValueCount[]> {
    return this.#tracked.countBy(field, where);
  }
}

function plain<Doc>(stored: Stored<Tracked<Doc>>): Stored<Doc> {
  return { id: stored.id, version: stored.version, doc: stored.doc.doc };
}
