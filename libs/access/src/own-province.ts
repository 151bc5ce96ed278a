import { provinceOf } from '@iic/reference-data';
import type { Caller } from './caller.ts';

/** Condition of a rule that holds within the caller's province. */
export function ownProvince({ jurisdiction }: Caller): { readonly province: string } {
  return { province: provinceOf(jurisdiction) };
}
