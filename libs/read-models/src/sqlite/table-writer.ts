import type { StatementSync } from 'node:sqlite';
import { VersionConflict } from '../collection.ts';
import { type CollectionSpec, isMany, scalarOf, valuesOf } from '../collection-spec.ts';
import type { Layout } from '../layout.ts';
import { toColumn } from './conditions.ts';
import type { Statements } from './statements.ts';
import { columnOf, documentTable, listTable } from './tables.ts';

interface ListWriter<Doc> {
  readonly valuesOf: (doc: Doc) => ReadonlySet<string>;
  readonly find: StatementSync;
  readonly insert: StatementSync;
  readonly remove: StatementSync;
}

/** Writes one collection version; synchronous, inside whatever transaction is open. */
export class TableWriter<Doc> {
  readonly #layout: Layout;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #remove: StatementSync;
  readonly #version: StatementSync;
  readonly #scalars: readonly ((doc: Doc) => string | number)[];
  readonly #lists: readonly ListWriter<Doc>[];

  constructor(spec: CollectionSpec<Doc>, layout: Layout, statements: Statements) {
    const table = documentTable(layout);
    const { scalars } = layout;
    const columns = ['version', 'doc', ...scalars.map(columnOf)];
    this.#layout = layout;
    this.#insert = statements.prepare(
      `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)}) ON CONFLICT DO NOTHING`,
    );
    this.#update = statements.prepare(
      `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND version = ?`,
    );
    this.#remove = statements.prepare(`DELETE FROM ${table} WHERE id = ? AND version = ?`);
    this.#version = statements.prepare(`SELECT version FROM ${table} WHERE id = ?`);
    this.#scalars = scalars.map((field) => scalarReader(spec, field));
    this.#lists = layout.lists.map((field) => listWriter(spec, field, listTable(layout, field), statements));
  }

  /** Returns the new version; throws VersionConflict. */
  put(id: string, doc: Doc, expectedVersion: number): number {
    const text = JSON.stringify(doc);
    if (text === undefined) throw new TypeError(`Document ${id} of ${this.#layout.label} is not JSON.`);
    const version = expectedVersion + 1;
    const columns = [version, text, ...this.#scalars.map((read) => read(doc))];
    const { changes } =
      expectedVersion === 0
        ? this.#insert.run(id, ...columns)
        : this.#update.run(...columns, id, expectedVersion);
    if (changes === 0) throw this.#conflict(id, expectedVersion);
    for (const list of this.#lists) replaceValues(list, id, list.valuesOf(doc));
    return version;
  }

  /** Throws VersionConflict. */
  delete(id: string, expectedVersion: number): void {
    const { changes } = this.#remove.run(id, expectedVersion);
    if (changes === 0) throw this.#conflict(id, expectedVersion);
    for (const list of this.#lists) replaceValues(list, id, new Set());
  }

  #conflict(id: string, expected: number): VersionConflict {
    const actual = this.#version.get(id)?.['version'];
    return new VersionConflict(this.#layout.label, id, expected, Number(actual ?? 0));
  }
}

function scalarReader<Doc>(spec: CollectionSpec<Doc>, field: string): (doc: Doc) => string | number {
  const index = spec.fields[field];
  if (index === undefined || isMany(index)) throw new TypeError(`${field} is not a field with one value.`);
  return (doc) => toColumn(scalarOf(index, doc, field));
}

function listWriter<Doc>(
  spec: CollectionSpec<Doc>,
  field: string,
  table: string,
  statements: Statements,
): ListWriter<Doc> {
  const index = spec.fields[field];
  return {
    valuesOf: (doc) => new Set(index === undefined ? [] : valuesOf(index, doc, field).map(String)),
    find: statements.prepare(`SELECT value FROM ${table} WHERE id = ?`),
    insert: statements.prepare(`INSERT INTO ${table} (value, id) VALUES (?, ?)`),
    remove: statements.prepare(`DELETE FROM ${table} WHERE value = ? AND id = ?`),
  };
}

function replaceValues<Doc>(list: ListWriter<Doc>, id: string, values: ReadonlySet<string>): void {
  const present = new Set(list.find.all(id).map((row) => String(row['value'])));
  for (const value of present) if (!values.has(value)) list.remove.run(value, id);
  for (const value of values) if (!present.has(value)) list.insert.run(value, id);
}
