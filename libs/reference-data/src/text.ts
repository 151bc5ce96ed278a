/**
 * Where a text holds half of a surrogate pair, counted in UTF-16 code units from 0; undefined where it holds
 * none. Such a text has no UTF-8 form, so it can neither be stored nor hashed.
 */
export function findLoneSurrogate(text: string): number | undefined {
  if (text.isWellFormed()) return undefined;
  const at = text.search(/\p{Surrogate}/u);
  return at < 0 ? undefined : at;
}

/** Whether a text, or any text or member name within a JSON value, holds half of a surrogate pair. */
export function hasLoneSurrogate(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed();
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => hasLoneSurrogate(key) || hasLoneSurrogate(member));
}
