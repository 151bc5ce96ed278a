import { type ParsedSortKey } from '../collection-spec.ts';
import type { KeysetPosition } from '../cursor.ts';
import type { Layout } from '../layout.ts';
import type { Scalar } from '../scalar.ts';
import type { NormalCondition } from '../where.ts';
import { fieldPath, listPath } from './document-model.ts';

/** A filter of MongoDB's query language. */
export type Filter = Record<string, unknown>;

const nothing: Filter = { _id: { $in: [] } };

/** All of some filters. */
export function allOf(filters: readonly Filter[]): Filter {
  const [first, ...others] = filters;
  if (first === undefined) return {};
  return others.length === 0 ? first : { $and: filters };
}

/** One condition. Throws TypeError for a field that the collection does not declare. */
export function conditionFilter(layout: Layout, { field, predicate }: NormalCondition): Filter {
  const many = layout.lists.includes(field);
  if (!many && !layout.scalars.includes(field)) {
    throw new TypeError(`${layout.label} declares no field ${field}.`);
  }
  const path = many ? listPath(field) : fieldPath(field);
  if (predicate.kind !== 'between') {
    return { [path]: predicate.kind === 'one-of' ? { $in: predicate.values } : { $nin: predicate.values } };
  }
  const { low, high } = predicate;
  const range = {
    ...(low && { [low.inclusive ? '$gte' : '$gt']: low.value }),
    ...(high && { [high.inclusive ? '$lte' : '$lt']: high.value }),
  };
  // Both bounds must hold for one of the values, not each for another.
  return { [path]: many ? { $elemMatch: range } : range };
}

/** Whatever comes after a position in an order: later in the first key that differs. */
export function afterFilter(keys: readonly ParsedSortKey[], position: KeysetPosition): Filter {
  const places = [
    ...keys.map(({ field, descending }, index) => ({
      path: fieldPath(field),
      descending,
      value: position.values[index] ?? null,
    })),
    { path: '_id', descending: keys.at(-1)?.descending ?? false, value: position.id },
  ];
  return {
    $or: places.map(({ path, descending, value }, index) => {
      const equal = places.slice(0, index).map((place) => ({ [place.path]: place.value }));
      return allOf([...equal, descending ? before(path, value) : after(path, value)]);
    }),
  };
}

/** MongoDB compares within one type only; the order goes over types: null, numbers, text. */
function after(path: string, value: Scalar): Filter {
  if (value === null) return { [path]: { $ne: null } };
  if (typeof value === 'string') return { [path]: { $gt: value } };
  return { $or: [{ [path]: { $gt: value } }, { [path]: { $gte: '' } }] };
}

function before(path: string, value: Scalar): Filter {
  if (value === null) return nothing;
  if (typeof value === 'number') return { $or: [{ [path]: { $lt: value } }, { [path]: null }] };
  return { $or: [{ [path]: { $lt: value } }, { [path]: { $type: 'number' } }, { [path]: null }] };
}
