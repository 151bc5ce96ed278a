import { type CollectionSpec, parseSortKey } from '../collection-spec.ts';
import { type Layout, layoutOf } from '../layout.ts';

/** Table of the documents. */
export function documentTable({ label }: Layout): string {
  return quoted(label);
}

/** Column of a field with one value. */
export function columnOf(field: string): string {
  return quoted(`f_${field}`);
}

/** Table of a field with several values. */
export function listTable(layout: Layout, field: string): string {
  return quoted(`${layout.label}/${field}`);
}

/** Quotes an identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Statements that make the tables and indexes. */
export function createStatements<Doc>(spec: CollectionSpec<Doc>): readonly string[] {
  const layout = layoutOf(spec);
  const columns = layout.scalars.map((field) => `, ${columnOf(field)} NOT NULL`).join('');
  const indexed = layout.scalars.filter((field) => typeof spec.fields[field] === 'function');
  return [
    `CREATE TABLE ${documentTable(layout)} (id TEXT PRIMARY KEY, version INTEGER NOT NULL, doc TEXT NOT NULL${columns})`,
    ...indexed.map((field) => createIndex(layout, field, [columnOf(field), 'id'])),
    ...Object.entries(spec.sorts).flatMap(([name, sort]) => {
      const keys = orderColumns(sort.by);
      const within = (sort.within ?? []).map((field) =>
        createIndex(layout, `${name}#${field}`, [columnOf(field), ...keys]),
      );
      return [createIndex(layout, name, keys, 'sort'), ...within];
    }),
    ...layout.lists.flatMap((field) => createList(layout, field)),
  ];
}

function createIndex(layout: Layout, name: string, columns: readonly string[], kind = 'by'): string {
  return `CREATE INDEX ${quoted(`${layout.label}#${kind}#${name}`)} ON ${documentTable(layout)} (${columns.join(', ')})`;
}

function createList(layout: Layout, field: string): readonly string[] {
  const table = listTable(layout, field);
  return [
    `CREATE TABLE ${table} (value TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (value, id)) WITHOUT ROWID`,
    `CREATE INDEX ${quoted(`${layout.label}/${field}#id`)} ON ${table} (id)`,
  ];
}

/** Columns of an order; ties are broken by id in the direction of the last key. */
export function orderColumns(by: readonly string[]): readonly string[] {
  const keys = by.map(parseSortKey);
  const direction = (descending: boolean) => (descending ? ' DESC' : '');
  const columns = keys.map((key) => `${columnOf(key.field)}${direction(key.descending)}`);
  return [...columns, `id${direction(keys.at(-1)?.descending ?? false)}`];
}

/** Statements that remove the tables; indexes go with them. */
export function dropStatements(layout: Layout): readonly string[] {
  return [documentTable(layout), ...layout.lists.map((field) => listTable(layout, field))].map(
    (table) => `DROP TABLE IF EXISTS ${table}`,
  );
}
