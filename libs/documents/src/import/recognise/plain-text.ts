/** Lines as plain text: no trailing blanks, at most one empty line in a row, none at either end. */
export function plainText(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}
