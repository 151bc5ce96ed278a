const defaultLimit = 50;
const maxLimit = 1000;

/** The size of a page; throws RangeError outside 1 to 1,000. */
export function checkedLimit(limit = defaultLimit): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= maxLimit) return limit;
  throw new RangeError(`A page holds 1 to ${maxLimit} documents, not ${limit}.`);
}
