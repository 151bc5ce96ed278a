import type { SourceAmount } from './events.ts';

/** Exact sum of amounts in fen. */
export function sumFen(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum + BigInt(amount), 0n).toString();
}

/** Sources of investment that are public money (Art. 8, 21). */
const publicSources: ReadonlySet<string> = new Set([
  'local-government',
  'provincial-subsidy',
  'national-funds',
]);

/** Exact sum of the public money among amounts by source, in fen. */
export function publicMoney(amounts: readonly SourceAmount[]): string {
  return sumFen(amounts.filter(({ source }) => publicSources.has(source)).map(({ amountFen }) => amountFen));
}

/** Exact sums by source, ordered by source. */
export function sumBySource(amounts: readonly SourceAmount[]): readonly SourceAmount[] {
  const sums = new Map<string, bigint>();
  for (const { source, amountFen } of amounts) {
    sums.set(source, (sums.get(source) ?? 0n) + BigInt(amountFen));
  }
  return [...sums]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([source, sum]) => ({ source, amountFen: sum.toString() }));
}
