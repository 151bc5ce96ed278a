import { fieldPath } from './field-path.ts';
import type { FieldError } from './problem.ts';

/**
 * Controls but tab and line ends, marks and overrides of text direction, and the byte order mark: unseen on a screen,
 * they make two different names look the same or one look like another.
 * Source: Unicode Technical Report 36, §2.
 */
const hidden = /[[\p{Cc}--[\t\n\r]]\p{Bidi_Control}\u2028\u2029\ufeff]/v;

/** The texts of a request that hold characters nobody can see, each with the first of them. */
export function hiddenCharacters(value: unknown, field: string): readonly FieldError[] {
  if (typeof value === 'string') {
    const found = hidden.exec(value)?.[0];
    if (found === undefined) return [];
    const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return [{ field, message: `${field} must not hold U+${code}, a control or bidirectional character` }];
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.entries(value).flatMap(([key, member]) => hiddenCharacters(member, fieldPath(field, key)));
}
