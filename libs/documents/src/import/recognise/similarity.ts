/** Edit distance (Levenshtein) of two texts by UTF-16 unit, or `limit + 1` when it exceeds the limit. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) {
    return limit + 1;
  }
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > limit) {
      return limit + 1;
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** Length of the longest common subsequence of two texts. */
export function commonLength(left: string, right: string): number {
  let previous = new Array<number>(right.length + 1).fill(0);
  for (const character of left) {
    const current = [0];
    for (let column = 1; column <= right.length; column += 1) {
      const longer = Math.max(previous[column] ?? 0, current[column - 1] ?? 0);
      current.push(character === right[column - 1] ? (previous[column - 1] ?? 0) + 1 : longer);
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
