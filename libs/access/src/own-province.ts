import type { Caller } from './caller.ts';

/** Condition of a rule that holds within the caller's province: the first two digits of the area code. */
export function ownProvince({ jurisdiction }: Caller): { readonly province: string } {
  return { province: `${jurisdiction.slice(0, 2)}0000` };
}
