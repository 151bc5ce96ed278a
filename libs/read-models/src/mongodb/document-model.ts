import { type Connection, type Model, Schema } from 'mongoose';
import { type CollectionSpec, parseSortKey, scalarOf, valuesOf } from '../collection-spec.ts';
import type { Layout } from '../layout.ts';
import type { Scalar } from '../scalar.ts';

/** A document as it lies in MongoDB: its text, and beside it what it is found and ordered by. */
export interface MongoDocument {
  readonly _id: string;
  readonly version: number;
  /** JSON, so that no name in a document is ever taken for an operator or a path. */
  readonly doc: string;
  readonly [field: `f_${string}`]: Scalar;
  readonly [field: `m_${string}`]: readonly string[];
}

/** The model of a collection version; undeclared fields are refused. */
export function documentModel(
  connection: Connection,
  { label, scalars, lists }: Layout,
): Model<MongoDocument> {
  const known: Model<MongoDocument> | undefined = connection.models[label];
  if (known !== undefined) return known;
  const mixed = { type: Schema.Types.Mixed, default: null };
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      version: { type: Number, required: true },
      doc: { type: String, required: true },
      ...Object.fromEntries(scalars.map((field) => [fieldPath(field), mixed])),
      ...Object.fromEntries(lists.map((field) => [listPath(field), [String]])),
    },
    { ...closed, collection: label },
  );
  return connection.model<MongoDocument>(label, schema, label);
}

const closed = { _id: false, id: false, strict: 'throw', versionKey: false, minimize: false } as const;

/** Path of a field with one value. */
export function fieldPath(field: string): `f_${string}` {
  return `f_${field}`;
}

/** Path of a field with several values. */
export function listPath(field: string): `m_${string}` {
  return `m_${field}`;
}

/** What is stored of a document at a version. */
export function toDocument<Doc>(
  spec: CollectionSpec<Doc>,
  { scalars, lists }: Layout,
  id: string,
  doc: Doc,
  version: number,
): MongoDocument {
  const found: Record<`f_${string}`, Scalar> & Record<`m_${string}`, readonly string[]> = {};
  for (const field of scalars) {
    const index = spec.fields[field];
    if (index !== undefined) found[fieldPath(field)] = scalarOf(index, doc, field);
  }
  for (const field of lists) {
    const index = spec.fields[field];
    if (index !== undefined) found[listPath(field)] = valuesOf(index, doc, field).map(String);
  }
  return { _id: id, version, doc: JSON.stringify(doc), ...found };
}

/** An order, with ties broken by id in the direction of the last key. */
export function orderOf(by: readonly string[]): Record<string, 1 | -1> {
  const keys = by.map(parseSortKey);
  const direction = (descending: boolean): 1 | -1 => (descending ? -1 : 1);
  const order: Record<string, 1 | -1> = {};
  for (const { field, descending } of keys) order[fieldPath(field)] = direction(descending);
  return { ...order, _id: direction(keys.at(-1)?.descending ?? false) };
}

/** Every index that a spec declares. */
export function indexesOf<Doc>(
  spec: CollectionSpec<Doc>,
  { scalars, lists }: Layout,
): Record<string, 1 | -1>[] {
  const single = scalars.filter((field) => typeof spec.fields[field] === 'function').map(fieldPath);
  return [
    ...[...single, ...lists.map(listPath)].map((path) => ({ [path]: 1 as const })),
    ...Object.values(spec.sorts).flatMap(({ by, within = [] }) => [
      orderOf(by),
      ...within.map((field) => ({ [fieldPath(field)]: 1 as const, ...orderOf(by) })),
    ]),
  ];
}
