import type { ParsedSortKey } from '../collection-spec.ts';
import type { KeysetPosition } from '../cursor.ts';
import type { Layout } from '../layout.ts';
import type { Scalar } from '../scalar.ts';
import type { Bound, NormalCondition, NormalPredicate } from '../where.ts';
import { columnOf, listTable } from './tables.ts';

/** A piece of SQL with its parameters. */
export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/**
 * Null is stored as −∞: it sorts first like NULL, but compares like a value, so that equality, ranges and
 * keyset positions need no special cases and always use an index.
 */
export function toColumn(value: Scalar): string | number {
  return value ?? Number.NEGATIVE_INFINITY;
}

/** The scalar a column holds. */
export function fromColumn(value: unknown): Scalar {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Joins pieces that must all hold. */
export function allOf(parts: readonly Sql[]): Sql {
  if (parts.length === 0) return { text: '1', values: [] };
  return { text: parts.map((part) => part.text).join(' AND '), values: parts.flatMap((part) => part.values) };
}

/** SQL of one condition; throws TypeError for a field that is not declared. */
export function conditionSql(layout: Layout, condition: NormalCondition): Sql {
  const { field, predicate } = condition;
  if (layout.scalars.includes(field)) return predicateSql(columnOf(field), predicate);
  if (!layout.lists.includes(field)) throw new TypeError(`${layout.label} declares no field ${field}.`);
  const lacking = predicate.kind === 'none-of';
  // A document without any value has no row in the list's table, and none of the values excluded.
  const inner = predicateSql('value', lacking ? { ...predicate, kind: 'one-of' } : predicate);
  return {
    text: `id ${lacking ? 'NOT IN' : 'IN'} (SELECT id FROM ${listTable(layout, field)} WHERE ${inner.text})`,
    values: inner.values,
  };
}

function predicateSql(column: string, predicate: NormalPredicate): Sql {
  if (predicate.kind === 'between') return betweenSql(column, predicate);
  const values = predicate.values.map(toColumn);
  if (predicate.kind === 'none-of')
    return { text: `${column} NOT IN (${values.map(() => '?').join(', ')})`, values };
  if (values.length === 1) return { text: `${column} = ?`, values };
  return { text: `${column} IN (${values.map(() => '?').join(', ')})`, values };
}

/** Both ends are always given, so that a range of numbers holds no text and no null, and the reverse. */
function betweenSql(column: string, range: Extract<NormalPredicate, { kind: 'between' }>): Sql {
  const text = range.of === 'text';
  const low: Bound = range.low ?? { value: text ? '' : Number.NEGATIVE_INFINITY, inclusive: text };
  const above = `${column} ${low.inclusive ? '>=' : '>'} ?`;
  if (range.high === undefined && text) return { text: above, values: [low.value] };
  const high: Bound = range.high ?? { value: '', inclusive: false };
  return { text: `${above} AND ${column} ${high.inclusive ? '<=' : '<'} ?`, values: [low.value, high.value] };
}

/** What comes after a position in an order. */
export function afterSql(keys: readonly ParsedSortKey[], position: KeysetPosition): Sql {
  const idDescending = keys.at(-1)?.descending ?? false;
  const columns = [
    ...keys.map((key) => ({ column: columnOf(key.field), descending: key.descending })),
    { column: 'id', descending: idDescending },
  ];
  const values = [...position.values.map(toColumn), position.id];
  const uniform = columns.every((column) => column.descending === idDescending);
  if (!uniform) return mixedAfterSql(columns, values);
  const names = columns.map((column) => column.column).join(', ');
  return {
    text: `(${names}) ${idDescending ? '<' : '>'} (${values.map(() => '?').join(', ')})`,
    values,
  };
}

/** Row values know one direction only; the leading bound keeps the index in use. */
function mixedAfterSql(
  columns: readonly { readonly column: string; readonly descending: boolean }[],
  values: readonly (string | number)[],
): Sql {
  const branches = columns.map(({ column, descending }, at) => {
    const equal = columns.slice(0, at).map((before) => `${before.column} = ?`);
    return {
      text: `(${[...equal, `${column} ${descending ? '<' : '>'} ?`].join(' AND ')})`,
      values: values.slice(0, at + 1),
    };
  });
  const [lead] = columns;
  const bound = `${lead?.column} ${lead?.descending ? '<=' : '>='} ?`;
  return {
    text: `${bound} AND (${branches.map((branch) => branch.text).join(' OR ')})`,
    values: [...values.slice(0, 1), ...branches.flatMap((branch) => branch.values)],
  };
}
