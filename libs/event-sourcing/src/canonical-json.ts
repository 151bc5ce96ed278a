/** The value cannot be canonicalised: a lone surrogate, a number JSON lacks, or a foreign type. */
export class NotCanonical extends Error {
  readonly code = 'not-canonical';
}

/**
 * Canonical JSON: members sorted by UTF-16 code units, no white space, ECMAScript numbers and strings.
 * Members whose value is `undefined` are left out. Throws {@link NotCanonical}. Source: RFC 8785 (JCS).
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'number':
      return canonicalNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    default:
      throw new NotCanonical(`A ${typeof value} has no JSON form.`);
  }
}

/** Text that needs no escape; most keys, identifiers and hashes are. */
const plain = /^[\w\-.:+/= ]*$/;

function canonicalString(value: string): string {
  if (plain.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new NotCanonical('The text holds half of a surrogate pair.');
  return JSON.stringify(value);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new NotCanonical(`${value} has no JSON form.`);
  return JSON.stringify(value);
}

function canonicalArray(values: readonly unknown[]): string {
  let text = '[';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) text += ',';
    text += canonicalJson(values[index] ?? null);
  }
  return `${text}]`;
}

function canonicalObject(value: object): string {
  let text = '{';
  for (const [key, member] of Object.entries(value).sort(byKey)) {
    if (member === undefined) continue;
    if (text.length > 1) text += ',';
    text += `${canonicalString(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}

function byKey(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return left[0] < right[0] ? -1 : 1;
}
