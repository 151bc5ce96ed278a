const maxSuffixes = 200;

/** Brings text to the form it is searched in: NFKC, lower case, single spaces. */
export function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/**
 * Every suffix of a short text (the first 200), for a `many` field: a prefix condition on it with
 * `searchForm(term)` then finds the term anywhere in the text. Chinese names have no word breaks to split at.
 */
export function searchKeys(text: string): readonly string[] {
  const points = Array.from(searchForm(text));
  return points.slice(0, maxSuffixes).map((_, start) => points.slice(start).join(''));
}
