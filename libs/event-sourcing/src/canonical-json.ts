/** The value cannot be canonicalised: a lone surrogate, a number JSON lacks, or a foreign type. */
export class NotCanonical extends Error {
  readonly code = 'not-canonical';
}

/**
 * Canonical JSON: members sorted by UTF-16 code units, no white space, ECMAScript numbers and strings.
 * Members whose value is `undefined` are left out. Throws {@link NotCanonical}. Source: RFC 8785 (JCS).
 */
export function canonicalJson(value: unknown): string {
  const work = workFor(value);
  if (work !== byHand) {
    const text = JSON.stringify(work === asItIs ? value : sorted(value));
    // How half of a surrogate pair is written; the same characters may also be harmless text after a backslash.
    if (!text.includes('\\ud')) return text;
  }
  return written(value);
}

/** What has to be done before the native `JSON.stringify`, many times as fast as ours, gives the canonical form. */
type Work = typeof asItIs | typeof sortFirst | typeof byHand;
const asItIs = 0;
const sortFirst = 1;
const byHand = 2;

function workFor(value: unknown): Work {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return asItIs;
    case 'number':
      return Number.isFinite(value) ? asItIs : byHand;
    case 'object':
      if (value === null) return asItIs;
      return Array.isArray(value) ? workForElements(value) : workForMembers(value);
    default:
      return byHand;
  }
}

function workForElements(values: readonly unknown[]): Work {
  let most: Work = asItIs;
  for (let index = 0; index < values.length && most !== byHand; index += 1) {
    const work = workFor(values[index]);
    if (work > most) most = work;
  }
  return most;
}

function workForMembers(value: object): Work {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return byHand;
  const members = value as Readonly<Record<string, unknown>>;
  let most: Work = asItIs;
  let before = '';
  // Not Object.entries: making the pairs costs more than all the rest.
  for (const key in members) {
    if (needsCare(key)) return byHand;
    if (key < before) most = sortFirst;
    before = key;
    const member = members[key];
    if (member === undefined) continue;
    const work = workFor(member);
    if (work === byHand) return byHand;
    if (work > most) most = work;
  }
  return most;
}

/** A name that may be an array index, which objects keep in numeric order, or one that has an effect of its own. */
function needsCare(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || key === '__proto__' || key === 'toJSON';
}

/** A copy with members in canonical order, of a value for which that is enough. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const members = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(members).sort()) copy[key] = sorted(members[key]);
  return copy;
}

/** Writes member by member what the native writer cannot: any order of names, and every refusal. */
function written(value: unknown): string {
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
    text += written(values[index] ?? null);
  }
  return `${text}]`;
}

function canonicalObject(value: object): string {
  let text = '{';
  for (const [key, member] of Object.entries(value).sort(byKey)) {
    if (member === undefined) continue;
    if (text.length > 1) text += ',';
    text += `${canonicalString(key)}:${written(member)}`;
  }
  return `${text}}`;
}

function byKey(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return left[0] < right[0] ? -1 : 1;
}
