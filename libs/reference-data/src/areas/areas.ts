import type { Area } from './area.ts';
import { jilinAreas } from './jilin.ts';

/** Why an area code does not fit on a day. */
export type AreaCheck =
  | { readonly valid: true; readonly area: Area }
  | { readonly valid: false; readonly problem: 'unknown' }
  | { readonly valid: false; readonly problem: 'not-yet'; readonly area: Area; readonly from: string }
  | {
      readonly valid: false;
      readonly problem: 'no-longer';
      readonly area: Area;
      readonly until: string;
      readonly successor: string | null;
    };

/** All areas with a name in this platform: one province today. */
export const areas: readonly Area[] = jilinAreas;

const byCode = new Map(areas.map((area) => [area.code, area]));

/** The area a code names, whether or not the code is still valid. */
export function findArea(code: string): Area | undefined {
  return byCode.get(code);
}

/** Whether a known code is valid on a day (`YYYY-MM-DD`), and if not, why and what took its place. */
export function checkArea(code: string, date: string): AreaCheck {
  const area = findArea(code);
  if (area === undefined) return { valid: false, problem: 'unknown' };
  const { from, until, successor } = area;
  if (from !== null && date < from) return { valid: false, problem: 'not-yet', area, from };
  if (until !== null && date > until) return { valid: false, problem: 'no-longer', area, until, successor };
  return { valid: true, area };
}

/** The areas valid on a day, in the order of their codes. */
export function areasOn(date: string): readonly Area[] {
  return areas.filter(({ code }) => checkArea(code, date).valid);
}

/** The areas whose commissions file with the PDRC themselves, valid on a day. */
export function directlyFilingAreas(date: string): readonly Area[] {
  return areasOn(date).filter(({ filesDirectly }) => filesDirectly);
}

/** Whether a text has the form of an area code: six digits, or a platform code like `JL-CHANGBAISHAN`. */
export function isAreaCode(code: string): boolean {
  return /^[1-9]\d{5}$/.test(code) || /^(?=.{4,20}$)[A-Z]{2,}-[A-Z0-9-]+$/.test(code);
}

/**
 * Whether an area lies in another or is it. Known areas by who they belong to, so that a platform code lies in
 * its province; codes of other provinces by their digits; an unknown platform code lies in itself only.
 */
export function isWithinArea(code: string, ancestor: string): boolean {
  if (code === ancestor) return true;
  const area = findArea(code);
  if (area !== undefined) return area.parent !== null && isWithinArea(area.parent, ancestor);
  return /^\d{6}$/.test(code) && /^\d{2}(\d{2}|00)00$/.test(ancestor) && code.startsWith(stemOf(ancestor));
}

/**
 * The province an area code lies in: of a known area by whom it belongs to, so that a platform code has one too; of
 * another code of GB/T 2260 by its digits. An unknown platform code lies in no province but itself.
 */
export function provinceOf(code: string): string {
  const area = findArea(code);
  if (area !== undefined) return area.parent === null ? code : provinceOf(area.parent);
  return /^\d{6}$/.test(code) ? `${code.slice(0, 2)}0000` : code;
}

/** The digits that all codes within an area share. */
function stemOf(ancestor: string): string {
  return ancestor.endsWith('0000') ? ancestor.slice(0, 2) : ancestor.slice(0, 4);
}
