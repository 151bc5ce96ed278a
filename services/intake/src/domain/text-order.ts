/** Orders by UTF-16 code units, so that the order is the same on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Comparator over a text taken from each item. */
export function byText<Item>(textOf: (item: Item) => string): (left: Item, right: Item) => number {
  return (left, right) => compareText(textOf(left), textOf(right));
}
