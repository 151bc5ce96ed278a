import { type CollectionSpec, isMany, parseSortKey } from '../collection-spec.ts';

/** How one version of a collection lies in SQLite. */
export interface Layout {
  /** `name@version`, as in messages. */
  readonly label: string;
  /** Quoted name of the documents' table. */
  readonly table: string;
  /** Fields with a column, in a fixed order. */
  readonly scalars: readonly string[];
  /** Fields with several values, each with a table of (value, id). */
  readonly lists: readonly string[];
  /** Changes whenever the declared fields or sorts change. */
  readonly fingerprint: string;
}

/** The layout of a spec. */
export function layoutOf<Doc>(spec: CollectionSpec<Doc>): Layout {
  const label = `${spec.name}@${spec.version}`;
  const fields = Object.keys(spec.fields).sort();
  const lists = fields.filter((field) => isListField(spec, field));
  const scalars = fields.filter((field) => !lists.includes(field));
  const plain = scalars.filter((field) => typeof spec.fields[field] === 'object');
  const fingerprint = JSON.stringify({ scalars, lists, plain, sorts: spec.sorts });
  return { label, table: quoted(label), scalars, lists, fingerprint };
}

function isListField<Doc>(spec: CollectionSpec<Doc>, field: string): boolean {
  const index = spec.fields[field];
  return index !== undefined && isMany(index);
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
    `CREATE TABLE ${layout.table} (id TEXT PRIMARY KEY, version INTEGER NOT NULL, doc TEXT NOT NULL${columns})`,
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
  return `CREATE INDEX ${quoted(`${layout.label}#${kind}#${name}`)} ON ${layout.table} (${columns.join(', ')})`;
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
  return [layout.table, ...layout.lists.map((field) => listTable(layout, field))].map(
    (table) => `DROP TABLE IF EXISTS ${table}`,
  );
}
