import type { Collection, Page, Query, Stored, ValueCount } from '../collection.ts';
import { type CollectionSpec, parseSortKey } from '../collection-spec.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Write } from '../document-database.ts';
import type { Layout } from '../layout.ts';
import { checkedLimit } from '../page-limit.ts';
import { type Conditions, normalise } from '../where.ts';
import { afterSql, allOf, conditionSql, fromColumn, type Sql } from './conditions.ts';
import { type SqliteContext, SqliteWrite } from './sqlite-context.ts';
import type { TableWriter } from './table-writer.ts';
import { columnOf, documentTable, listTable, orderColumns } from './tables.ts';

type Row = Readonly<Record<string, unknown>>;

const idsPerQuery = 500;

/** A collection in SQLite; index look-ups on real columns, documents as JSON text. */
export class SqliteCollection<Doc, Field extends string, Sort extends string>
  implements Collection<Doc, Field, Sort>
{
  readonly #spec: CollectionSpec<Doc>;
  readonly #layout: Layout;
  readonly #context: SqliteContext;
  readonly #writer: TableWriter<Doc>;

  constructor(spec: CollectionSpec<Doc>, layout: Layout, context: SqliteContext, writer: TableWriter<Doc>) {
    this.#spec = spec;
    this.#layout = layout;
    this.#context = context;
    this.#writer = writer;
  }

  async get(id: string): Promise<Stored<Doc> | undefined> {
    const [found] = this.#select({ text: 'id = ?', values: [id] });
    return found;
  }

  async getMany(ids: readonly string[]): Promise<readonly Stored<Doc>[]> {
    const found: Stored<Doc>[] = [];
    for (let start = 0; start < ids.length; start += idsPerQuery) {
      // One JSON parameter, so that one prepared statement serves every number of ids.
      const list = JSON.stringify(ids.slice(start, start + idsPerQuery));
      found.push(...this.#select({ text: 'id IN (SELECT value FROM json_each(?))', values: [list] }));
    }
    return found;
  }

  async put(id: string, doc: Doc, expectedVersion: number): Promise<number> {
    return this.#context.transact(() => this.#writer.put(id, doc, expectedVersion));
  }

  async delete(id: string, expectedVersion: number): Promise<void> {
    this.#context.transact(() => this.#writer.delete(id, expectedVersion));
  }

  preparePut(id: string, doc: Doc, expectedVersion: number): Write {
    return this.#write(id, () => this.#writer.put(id, doc, expectedVersion));
  }

  prepareDelete(id: string, expectedVersion: number): Write {
    return this.#write(id, () => this.#writer.delete(id, expectedVersion));
  }

  async query(query: Query<Field, Sort> = {}): Promise<Page<Doc>> {
    const limit = checkedLimit(query.limit);
    const rows = this.#find(query, limit + 1);
    const items = rows.slice(0, limit).map((row) => storedOf<Doc>(row));
    const last = rows[limit - 1];
    if (rows.length <= limit || last === undefined) return { items, nextCursor: null };
    const sort = query.sort ?? '';
    const values = this.#orderOf(sort).map((key) => fromColumn(last[`f_${parseSortKey(key).field}`]));
    return { items, nextCursor: encodeCursor(sort, { values, id: String(last['id']) }) };
  }

  async findFirst(query: Omit<Query<Field, Sort>, 'limit' | 'cursor'>): Promise<Stored<Doc> | undefined> {
    // A page would look for one row more, which costs a scan where only one row matches.
    const [row] = this.#find(query, 1);
    return row && storedOf<Doc>(row);
  }

  async count(where?: Conditions<Field>): Promise<number> {
    const { text, values } = allOf(this.#conditions(where));
    const row = this.#context.statements
      .prepare(`SELECT count(*) AS total FROM ${documentTable(this.#layout)} WHERE ${text}`)
      .get(...values);
    return Number(row?.['total'] ?? 0);
  }

  async countBy(field: Field, where?: Conditions<Field>): Promise<readonly ValueCount[]> {
    const { text, values } = allOf(this.#conditions(where));
    const table = documentTable(this.#layout);
    const sql = this.#layout.lists.includes(field)
      ? `SELECT value, count(*) AS total FROM ${listTable(this.#layout, field)} WHERE id IN (SELECT id FROM ${table} WHERE ${text}) GROUP BY value ORDER BY value`
      : `SELECT ${this.#column(field)} AS value, count(*) AS total FROM ${table} WHERE ${text} GROUP BY 1 ORDER BY 1`;
    return this.#context.statements
      .prepare(sql)
      .all(...values)
      .map((row) => ({ value: fromColumn(row['value']), count: Number(row['total']) }));
  }

  #write(id: string, run: () => void): Write {
    return new SqliteWrite(this.#layout.label, id, this.#context, run);
  }

  #find(query: Query<Field, Sort>, limit: number): readonly Row[] {
    const sort = query.sort ?? '';
    const by = this.#orderOf(sort);
    const keys = by.map(parseSortKey);
    const after =
      query.cursor === undefined ? [] : [afterSql(keys, decodeCursor(sort, keys.length, query.cursor))];
    const columns = ['id', 'version', 'doc', ...keys.map((key) => columnOf(key.field))];
    const { text, values } = allOf([...this.#conditions(query.where), ...after]);
    return this.#context.statements
      .prepare(
        `SELECT ${columns.join(', ')} FROM ${documentTable(this.#layout)} WHERE ${text} ORDER BY ${orderColumns(by).join(', ')} LIMIT ?`,
      )
      .all(...values, limit);
  }

  #select(condition: Sql): readonly Stored<Doc>[] {
    return this.#context.statements
      .prepare(`SELECT id, version, doc FROM ${documentTable(this.#layout)} WHERE ${condition.text}`)
      .all(...condition.values)
      .map((row) => storedOf<Doc>(row));
  }

  #conditions(where: Conditions<string> | undefined): readonly Sql[] {
    return normalise(where).map((condition) => conditionSql(this.#layout, condition));
  }

  #column(field: string): string {
    if (!this.#layout.scalars.includes(field)) {
      throw new TypeError(`${this.#layout.label} declares no field ${field}.`);
    }
    return columnOf(field);
  }

  #orderOf(sort: string): readonly string[] {
    if (sort === '') return [];
    const order = this.#spec.sorts[sort];
    if (order === undefined) throw new TypeError(`${this.#layout.label} declares no sort ${sort}.`);
    return order.by;
  }
}

function storedOf<Doc>(row: Row): Stored<Doc> {
  const doc: Doc = JSON.parse(String(row['doc']));
  return { id: String(row['id']), version: Number(row['version']), doc };
}
