import type { Model } from 'mongoose';
import type { Collection, Page, Query, Stored, ValueCount } from '../collection.ts';
import { type CollectionSpec, parseSortKey } from '../collection-spec.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Write } from '../document-database.ts';
import type { Layout } from '../layout.ts';
import { checkedLimit } from '../page-limit.ts';
import { compareScalars, type Scalar } from '../scalar.ts';
import { type Conditions, normalise } from '../where.ts';
import { fieldPath, listPath, type MongoDocument, orderOf, toDocument } from './document-model.ts';
import { reaching } from './documents-unavailable.ts';
import { afterFilter, allOf, conditionFilter, type Filter } from './filters.ts';
import { MongoWrite, type MongoWriter } from './mongo-writer.ts';

const idsPerQuery = 500;

/** A collection in MongoDB; queries by declared indexes, documents as JSON text. */
export class MongoCollection<Doc, Field extends string, Sort extends string>
  implements Collection<Doc, Field, Sort>
{
  readonly #spec: CollectionSpec<Doc>;
  readonly #layout: Layout;
  readonly #model: Model<MongoDocument>;
  readonly #writer: MongoWriter;
  readonly #ready: () => Promise<void>;

  constructor(
    spec: CollectionSpec<Doc>,
    layout: Layout,
    model: Model<MongoDocument>,
    writer: MongoWriter,
    ready: () => Promise<void>,
  ) {
    this.#spec = spec;
    this.#layout = layout;
    this.#model = model;
    this.#writer = writer;
    this.#ready = ready;
  }

  async get(id: string): Promise<Stored<Doc> | undefined> {
    const [found] = await this.#find({ _id: id }, {}, 1);
    return found && storedOf<Doc>(found);
  }

  async getMany(ids: readonly string[]): Promise<readonly Stored<Doc>[]> {
    const found: Stored<Doc>[] = [];
    for (let start = 0; start < ids.length; start += idsPerQuery) {
      const some = ids.slice(start, start + idsPerQuery);
      const documents = await this.#find({ _id: { $in: some } }, {}, some.length);
      found.push(...documents.map((document) => storedOf<Doc>(document)));
    }
    return found;
  }

  async put(id: string, doc: Doc, expectedVersion: number): Promise<number> {
    await this.#commit(this.preparePut(id, doc, expectedVersion));
    return expectedVersion + 1;
  }

  async delete(id: string, expectedVersion: number): Promise<void> {
    await this.#commit(this.prepareDelete(id, expectedVersion));
  }

  preparePut(id: string, doc: Doc, expectedVersion: number): Write {
    const document = toDocument(this.#spec, this.#layout, id, doc, expectedVersion + 1);
    return new MongoWrite(this.#layout.label, id, this.#writer, expectedVersion, document);
  }

  prepareDelete(id: string, expectedVersion: number): Write {
    return new MongoWrite(this.#layout.label, id, this.#writer, expectedVersion, null);
  }

  async query(query: Query<Field, Sort> = {}): Promise<Page<Doc>> {
    const limit = checkedLimit(query.limit);
    const found = await this.#select(query, limit + 1);
    const items = found.slice(0, limit).map((document) => storedOf<Doc>(document));
    const last = found[limit - 1];
    if (found.length <= limit || last === undefined) return { items, nextCursor: null };
    const sort = query.sort ?? '';
    const values = this.#keysOf(sort).map(({ field }) => last[fieldPath(field)] ?? null);
    return { items, nextCursor: encodeCursor(sort, { values, id: last._id }) };
  }

  async findFirst(query: Omit<Query<Field, Sort>, 'limit' | 'cursor'>): Promise<Stored<Doc> | undefined> {
    const [first] = await this.#select(query, 1);
    return first && storedOf<Doc>(first);
  }

  async count(where?: Conditions<Field>): Promise<number> {
    const filter = this.#filter(where);
    return this.#reach(() => this.#model.countDocuments().where(filter));
  }

  async countBy(field: Field, where?: Conditions<Field>): Promise<readonly ValueCount[]> {
    const many = this.#layout.lists.includes(field);
    if (!many && !this.#layout.scalars.includes(field)) {
      throw new TypeError(`${this.#layout.label} declares no field ${field}.`);
    }
    const path = `$${many ? listPath(field) : fieldPath(field)}`;
    const groups = await this.#reach(() =>
      this.#model.aggregate<{ readonly _id: Scalar; readonly count: number }>([
        { $match: this.#filter(where) },
        ...(many ? [{ $unwind: path }] : []),
        { $group: { _id: path, count: { $sum: 1 } } },
      ]),
    );
    return groups
      .map(({ _id: value, count }) => ({ value, count: Number(count) }))
      .sort((left, right) => compareScalars(left.value, right.value));
  }

  async #commit(write: Write): Promise<void> {
    await this.#ready();
    await this.#writer.commit([write]);
  }

  #select(query: Query<Field, Sort>, limit: number): Promise<readonly MongoDocument[]> {
    const sort = query.sort ?? '';
    const keys = this.#keysOf(sort);
    const after =
      query.cursor === undefined ? [] : [afterFilter(keys, decodeCursor(sort, keys.length, query.cursor))];
    const filter = allOf(
      [this.#filter(query.where), ...after].filter((part) => Object.keys(part).length > 0),
    );
    return this.#find(filter, orderOf(this.#orderOf(sort)), limit);
  }

  #find(filter: Filter, order: Record<string, 1 | -1>, limit: number): Promise<readonly MongoDocument[]> {
    return this.#reach(() =>
      this.#model.find().where(filter).sort(order).limit(limit).lean<MongoDocument[]>(),
    );
  }

  async #reach<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#ready();
    return reaching(work);
  }

  #filter(where: Conditions<string> | undefined): Filter {
    return allOf(normalise(where).map((condition) => conditionFilter(this.#layout, condition)));
  }

  #keysOf(sort: string) {
    return this.#orderOf(sort).map(parseSortKey);
  }

  #orderOf(sort: string): readonly string[] {
    if (sort === '') return [];
    const order = this.#spec.sorts[sort];
    if (order === undefined) throw new TypeError(`${this.#layout.label} declares no sort ${sort}.`);
    return order.by;
  }
}

function storedOf<Doc>({ _id: id, version, doc: text }: MongoDocument): Stored<Doc> {
  const doc: Doc = JSON.parse(text);
  return { id, version, doc };
}
