import { checkArea, checkUscc, findArea, isAreaCode, isWithinArea } from '@iic/reference-data';
import { deny } from './problems.ts';

type Denial = ReturnType<typeof deny>;

/** First two digits of the province-level codes of GB/T 2260. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
);

/** Refuses a unified social credit code that is none, saying what its check character should be. */
export function badUscc(uscc: string): Denial | undefined {
  const check = checkUscc(uscc);
  if (check.valid) return undefined;
  const expected = check.problem === 'check-character' ? check.expected : '?';
  return deny('uscc-invalid', { params: { uscc, expected } });
}

/** Refuses a code that names no area, or none on that day; areas of other provinces are not looked up. */
export function badArea(area: string, day: string): Denial | undefined {
  const check = checkArea(area, day);
  if (check.valid) return undefined;
  if (check.problem === 'unknown') {
    const elsewhere = provinces.has(area.slice(0, 2)) && findArea(`${area.slice(0, 2)}0000`) === undefined;
    return elsewhere && isAreaCode(area) ? undefined : deny('area-unknown', { params: { area } });
  }
  const successor = check.problem === 'no-longer' ? check.successor : null;
  return deny('area-not-in-force', { params: { area, day, successor: successor ?? '—' } });
}

/** Whether an area lies in a province. */
export function isWithin(area: string, province: string): boolean {
  return isWithinArea(area, province);
}
