/** Path of a member of what stands at `parent`, which is empty for the body itself. */
export function fieldPath(parent: string, member: string): string {
  return parent === '' ? member : `${parent}.${member}`;
}
