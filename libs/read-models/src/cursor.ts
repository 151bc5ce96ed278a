import type { ProblemCatalogue } from '@iic/event-sourcing';
import type { Scalar } from './scalar.ts';

/** Problems a query can meet. */
export const readModelProblems = {
  'invalid-cursor': {
    kind: 'invalid',
    zh: '翻页标记无效。请从第一页重新查询，翻页时不要改变排序方式。',
    en: 'The page cursor is not valid. Query again from the first page and keep the same sort while paging.',
  },
} as const satisfies ProblemCatalogue;

/** The cursor is not one that this query, with this sort, gave out. */
export class InvalidCursor extends Error {
  readonly code = 'invalid-cursor';

  constructor() {
    super(readModelProblems['invalid-cursor'].en);
  }
}

/** Where a page ended. */
export interface KeysetPosition {
  readonly values: readonly Scalar[];
  readonly id: string;
}

/** Writes a position as opaque text; `sort` is empty for the order by id. */
export function encodeCursor(sort: string, position: KeysetPosition): string {
  return Buffer.from(JSON.stringify([sort, ...position.values, position.id])).toString('base64url');
}

/** Reads a position back; throws {@link InvalidCursor} unless it is one of this sort with so many values. */
export function decodeCursor(sort: string, width: number, cursor: string): KeysetPosition {
  const parts = parseParts(cursor);
  if (parts.length !== width + 2 || parts[0] !== sort) throw new InvalidCursor();
  const id = parts.at(-1);
  const values = parts.slice(1, -1).filter(isScalar);
  if (typeof id !== 'string' || values.length !== width) throw new InvalidCursor();
  return { values, id };
}

function parseParts(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // Anything unreadable is answered below, like any other foreign cursor.
  }
  throw new InvalidCursor();
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'number';
}
