/** Characters without width or form of their own, which make two names look the same. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A name as it is stored and shown to be compared: NFKC (full-width letters and brackets become half-width),
 * no invisible characters, single spaces, none at the ends. Idempotent.
 */
export function normaliseName(name: string): string {
  return name.replace(invisible, '').normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** Whether two names are the same but for their writing: {@link normaliseName}, spaces and case aside. */
export function isSameName(left: string, right: string): boolean {
  return nameKey(left) === nameKey(right);
}

/** What a name is known by where it must be unique: {@link normaliseName} in lower case without spaces. */
export function nameKey(name: string): string {
  return normaliseName(name).toLowerCase().replaceAll(' ', '');
}
