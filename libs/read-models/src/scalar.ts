/** A value a document can be found and ordered by. Order: null, then numbers, then text by code point. */
export type Scalar = string | number | null;

/** Orders scalars as every adapter must: null, numbers, text by code point. */
export function compareScalars(left: Scalar, right: Scalar): number {
  const byKind = kindOf(left) - kindOf(right);
  if (byKind !== 0) return byKind;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  return Number(left) - Number(right);
}

function kindOf(value: Scalar): number {
  if (value === null) return 0;
  return typeof value === 'number' ? 1 : 2;
}

/** Code point order; the language's own `<` compares UTF-16 units, which differs beyond the basic plane. */
function compareText(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

const lastCodePoint = 0x10ffff;
const firstSurrogate = 0xd800;
const afterSurrogates = 0xe000;

/** The least text greater than every text with this prefix; undefined when there is none. */
export function afterPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix);
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    const point = last.codePointAt(0) ?? 0;
    if (point === lastCodePoint) continue;
    const next = point + 1 === firstSurrogate ? afterSurrogates : point + 1;
    return points.join('') + String.fromCodePoint(next);
  }
  return undefined;
}
