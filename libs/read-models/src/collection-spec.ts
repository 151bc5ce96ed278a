import type { Scalar } from './scalar.ts';

/**
 * How a field is taken from a document: a function gives an indexed field, `many` a field of several
 * texts (each found by itself), `plain` one that can be filtered and sorted by but has no index of its own.
 */
export type FieldIndex<Doc> =
  | ((doc: Doc) => Scalar | undefined)
  | { readonly many: (doc: Doc) => readonly string[] }
  | { readonly plain: (doc: Doc) => Scalar | undefined };

/** A field in rising order, or with a minus sign in falling order. */
export type SortKey<Field extends string> = Field | `-${Field}`;

/** An order; `within` names fields often filtered by equality in this order: each gets its own index. */
export interface SortOrder<Field extends string> {
  readonly by: readonly SortKey<Field>[];
  readonly within?: readonly Field[];
}

/** Declares a collection: where it is kept and by what its documents are found and ordered. */
export interface CollectionSpec<Doc, Field extends string = string, Sort extends string = string> {
  /** Kebab-case. */
  readonly name: string;
  /** Raise it whenever the documents or the fields change: a new version is built beside the old one. */
  readonly version: number;
  readonly fields: Readonly<Record<Field, FieldIndex<Doc>>>;
  readonly sorts: Readonly<Record<Sort, SortOrder<Field>>>;
}

interface SpecInput<Doc, Field extends string, Sort extends string> {
  readonly name: string;
  readonly version: number;
  readonly fields: Readonly<Record<Field, FieldIndex<Doc>>>;
  readonly sorts: Readonly<Record<Sort, SortOrder<NoInfer<Field>>>>;
}

/**
 * Declares a collection of `Doc`: `defineCollection<CaseView>()({ name, version, fields, sorts })`.
 * Throws TypeError for names an adapter could not store and sorts by a `many` field.
 */
export function defineCollection<Doc>() {
  return <Field extends string, Sort extends string>(
    spec: SpecInput<Doc, Field, Sort>,
  ): CollectionSpec<Doc, Field, Sort> => {
    checkSpec(spec);
    return spec;
  };
}

/** A sort key taken apart. */
export interface ParsedSortKey {
  readonly field: string;
  readonly descending: boolean;
}

/** Takes a sort key apart. */
export function parseSortKey(key: string): ParsedSortKey {
  return key.startsWith('-') ? { field: key.slice(1), descending: true } : { field: key, descending: false };
}

/** Whether a field holds several values per document. */
export function isMany<Doc>(
  index: FieldIndex<Doc>,
): index is { readonly many: (doc: Doc) => readonly string[] } {
  return typeof index === 'object' && 'many' in index;
}

/** The one value of a document's field; throws TypeError when it is neither text nor a finite number. */
export function scalarOf<Doc>(index: FieldIndex<Doc>, doc: Doc, field: string): Scalar {
  if (isMany(index)) throw new TypeError(`The field ${field} has several values.`);
  const value = (typeof index === 'function' ? index(doc) : index.plain(doc)) ?? null;
  const storable = value === null || typeof value === 'string' || Number.isFinite(value);
  if (!storable) throw new TypeError(`The field ${field} must be text, a finite number or null.`);
  return value;
}

/** All values of a document's field, without repeats. */
export function valuesOf<Doc>(index: FieldIndex<Doc>, doc: Doc, field: string): readonly Scalar[] {
  return isMany(index) ? [...new Set(index.many(doc))] : [scalarOf(index, doc, field)];
}

const collectionName = /^[a-z][a-z0-9-]*$/;
const memberName = /^[A-Za-z][A-Za-z0-9]*$/;

function checkSpec<Doc>(spec: SpecInput<Doc, string, string>): void {
  if (!collectionName.test(spec.name))
    throw new TypeError(`Collection name ${spec.name} must be kebab-case.`);
  if (!Number.isInteger(spec.version) || spec.version < 1) {
    throw new TypeError(`Version of ${spec.name} must be 1, 2, 3 …`);
  }
  for (const name of [...Object.keys(spec.fields), ...Object.keys(spec.sorts)]) {
    if (!memberName.test(name))
      throw new TypeError(`Name ${name} in ${spec.name} must be letters and digits.`);
  }
  for (const [name, order] of Object.entries(spec.sorts)) checkOrder(spec, name, order);
}

function checkOrder<Doc>(spec: SpecInput<Doc, string, string>, name: string, order: SortOrder<string>): void {
  const used = [...order.by.map((key) => parseSortKey(key).field), ...(order.within ?? [])];
  for (const field of used) {
    const index = spec.fields[field];
    if (index === undefined)
      throw new TypeError(`Sort ${name} of ${spec.name} names the unknown field ${field}.`);
    if (isMany(index))
      throw new TypeError(`Sort ${name} of ${spec.name} cannot use ${field}: it has many values.`);
  }
}
