import type { Query, ValueCount } from '../collection.ts';
import { type CollectionSpec, parseSortKey, scalarOf, valuesOf } from '../collection-spec.ts';
import { compareScalars, type Scalar } from '../scalar.ts';
import { type Conditions, normalise, satisfy } from '../where.ts';

interface Row<Doc> {
  readonly id: string;
  readonly doc: Doc;
}

/** Ids a query must give over documents put as id-0, id-1 …, by looking at every document. */
export function naiveIds<Doc>(
  spec: CollectionSpec<Doc>,
  docs: readonly Doc[],
  query: Query<string, string>,
): readonly string[] {
  const keys = query.sort === undefined ? [] : (spec.sorts[query.sort]?.by ?? []).map(parseSortKey);
  const idSign = (keys.at(-1)?.descending ?? false) ? -1 : 1;
  const order = (left: Row<Doc>, right: Row<Doc>): number => {
    for (const { field, descending } of keys) {
      const compared = compareScalars(sortValue(spec, left.doc, field), sortValue(spec, right.doc, field));
      if (compared !== 0) return descending ? -compared : compared;
    }
    return idSign * compareScalars(left.id, right.id);
  };
  return matching(spec, docs, query.where)
    .sort(order)
    .map((row) => row.id);
}

/** Counts per value, by looking at every document. */
export function naiveCountBy<Doc>(
  spec: CollectionSpec<Doc>,
  docs: readonly Doc[],
  field: string,
  where: Conditions<string>,
): readonly ValueCount[] {
  const counts = new Map<Scalar, number>();
  for (const { doc } of matching(spec, docs, where)) {
    for (const value of fieldValues(spec, doc, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => compareScalars(left.value, right.value));
}

function matching<Doc>(
  spec: CollectionSpec<Doc>,
  docs: readonly Doc[],
  where: Conditions<string> | undefined,
): Row<Doc>[] {
  const conditions = normalise(where);
  return docs
    .map((doc, at) => ({ id: `id-${at}`, doc }))
    .filter(({ doc }) =>
      conditions.every(({ field, predicate }) => satisfy(fieldValues(spec, doc, field), predicate)),
    );
}

function fieldValues<Doc>(spec: CollectionSpec<Doc>, doc: Doc, field: string): readonly Scalar[] {
  const index = spec.fields[field];
  return index === undefined ? [] : valuesOf(index, doc, field);
}

function sortValue<Doc>(spec: CollectionSpec<Doc>, doc: Doc, field: string): Scalar {
  const index = spec.fields[field];
  return index === undefined ? null : scalarOf(index, doc, field);
}
