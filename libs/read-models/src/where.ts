import { afterPrefix, compareScalars, type Scalar } from './scalar.ts';

/** Bounds of one kind (all text or all numbers); null never lies in a range. */
export interface Range {
  readonly gte?: string | number;
  readonly gt?: string | number;
  readonly lte?: string | number;
  readonly lt?: string | number;
}

/**
 * A scalar means equality. On a `many` field a predicate holds if any of its values satisfies it, and `notIn`
 * if none of its values is listed.
 */
export type Predicate =
  | Scalar
  | { readonly in: readonly Scalar[] }
  | { readonly notIn: readonly Scalar[] }
  | { readonly prefix: string }
  | Range;

/** All named fields must satisfy their predicate. */
export type Where<Field extends string> = { readonly [Name in Field]?: Predicate };

/** One condition, or several that must all hold (for example the caller's scope and the caller's filters). */
export type Conditions<Field extends string> = Where<Field> | readonly Where<Field>[];

/**
 * Drops the filters a caller did not give. Only for optional filters: a scope must be spelled out,
 * because an `undefined` in a `where` is refused, not ignored.
 */
export function whereGiven<Field extends string>(
  filters: {
    readonly [Name in Field]?: Predicate | undefined;
  },
): Where<Field> {
  const given = Object.entries(filters).filter(([, predicate]) => predicate !== undefined);
  return Object.fromEntries(given) as Where<Field>;
}

/** A bound of an interval of scalars. */
export interface Bound {
  readonly value: string | number;
  readonly inclusive: boolean;
}

/** A predicate brought to one of three forms, so that adapters need to know no more. */
export type NormalPredicate =
  | { readonly kind: 'one-of' | 'none-of'; readonly values: readonly Scalar[] }
  | { readonly kind: 'between'; readonly of: 'text' | 'number'; readonly low?: Bound; readonly high?: Bound };

/** A condition on one field. */
export interface NormalCondition {
  readonly field: string;
  readonly predicate: NormalPredicate;
}

const maxListed = 500;

/** Flattens conditions; throws TypeError for an undefined predicate, an empty range or mixed bounds. */
export function normalise(conditions: Conditions<string> | undefined): readonly NormalCondition[] {
  if (conditions === undefined) return [];
  const all: readonly Where<string>[] = Array.isArray(conditions) ? conditions : [conditions];
  return all.flatMap((where) =>
    Object.entries(where).map(([field, predicate]) => ({
      field,
      predicate: normalPredicate(field, predicate),
    })),
  );
}

function normalPredicate(field: string, predicate: Predicate | undefined): NormalPredicate {
  if (predicate === undefined) {
    throw new TypeError(`The condition on ${field} is undefined; leave it out with whereGiven().`);
  }
  if (predicate === null || typeof predicate !== 'object') return { kind: 'one-of', values: [predicate] };
  if ('in' in predicate) return listed('one-of', field, predicate.in);
  if ('notIn' in predicate) return listed('none-of', field, predicate.notIn);
  if ('prefix' in predicate) return prefixed(predicate.prefix);
  return between(field, predicate);
}

function listed(kind: 'one-of' | 'none-of', field: string, values: readonly Scalar[]): NormalPredicate {
  if (values.length > maxListed)
    throw new RangeError(`At most ${maxListed} values may be listed for ${field}.`);
  return { kind, values };
}

function prefixed(prefix: string): NormalPredicate {
  const end = afterPrefix(prefix);
  const low = { value: prefix, inclusive: true };
  if (end === undefined) return { kind: 'between', of: 'text', low };
  return { kind: 'between', of: 'text', low, high: { value: end, inclusive: false } };
}

function between(field: string, range: Range): NormalPredicate {
  const low = bound(range.gte, range.gt);
  const high = bound(range.lte, range.lt);
  const kinds = new Set([low, high].flatMap((edge) => (edge === undefined ? [] : [typeof edge.value])));
  if (kinds.size !== 1) throw new TypeError(`The range of ${field} needs bounds, all text or all numbers.`);
  return {
    kind: 'between',
    of: kinds.has('string') ? 'text' : 'number',
    ...(low && { low }),
    ...(high && { high }),
  };
}

function bound(closed: string | number | undefined, open: string | number | undefined): Bound | undefined {
  if (open !== undefined) return { value: open, inclusive: false };
  return closed === undefined ? undefined : { value: closed, inclusive: true };
}

/** Whether the values of a field satisfy a predicate, with the same meaning as in every adapter. */
export function satisfy(values: readonly Scalar[], predicate: NormalPredicate): boolean {
  if (predicate.kind === 'between') return values.some((value) => liesIn(value, predicate));
  const met = values.some((value) => predicate.values.includes(value));
  return met === (predicate.kind === 'one-of');
}

function liesIn(value: Scalar, predicate: Extract<NormalPredicate, { kind: 'between' }>): boolean {
  if (value === null || (typeof value === 'string') !== (predicate.of === 'text')) return false;
  return aboveLow(value, predicate.low) && belowHigh(value, predicate.high);
}

function aboveLow(value: Scalar, low: Bound | undefined): boolean {
  if (low === undefined) return true;
  const order = compareScalars(value, low.value);
  return low.inclusive ? order >= 0 : order > 0;
}

function belowHigh(value: Scalar, high: Bound | undefined): boolean {
  if (high === undefined) return true;
  const order = compareScalars(value, high.value);
  return high.inclusive ? order <= 0 : order < 0;
}
