import type { LimitParameter, ShareParameter } from '../schema/parameter.ts';

type Bound = Pick<LimitParameter, 'value' | 'inclusive'>;

/** Whether an amount is at least the limit: the limit itself counts only if it is inclusive. */
export function reaches(amount: number, { value, inclusive }: Bound): boolean {
  return inclusive ? amount >= value : amount > value;
}

/** Whether an amount is at most the limit: the limit itself counts only if it is inclusive. */
export function keepsWithin(amount: number, { value, inclusive }: Bound): boolean {
  return inclusive ? amount <= value : amount < value;
}

/** Least number of so many that makes up a share; never more than all of them can be, which may be too few. */
export function leastCount(
  { value, inclusive }: Pick<ShareParameter, 'value' | 'inclusive'>,
  of: number,
): number {
  const exact = value.numerator * of;
  return inclusive ? Math.ceil(exact / value.denominator) : Math.floor(exact / value.denominator) + 1;
}
