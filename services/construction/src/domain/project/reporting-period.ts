import { addDays, addMonths } from '@iic/policy';

/** A reporting period with its first and last day. */
export interface ReportingPeriod {
  readonly name: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

const prefixes: Readonly<Record<number, string>> = { 6: 'H', 3: 'Q' };

/** The period of so many months (1, 3, 6 or 12) that a day lies in. */
export function periodOf(day: string, months: number): ReportingPeriod {
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / months);
  return periodAt(day.slice(0, 4), index, months);
}

/** The period after this one. */
export function periodAfter(period: ReportingPeriod, months: number): ReportingPeriod {
  return periodOf(addMonths(period.firstDay, months), months);
}

/** The period with this name, or undefined where the interval has none. */
export function findPeriod(name: string, months: number): ReportingPeriod | undefined {
  const year = name.slice(0, 4);
  if (!/^[1-9]\d{3}$/.test(year)) return undefined;
  return Array.from({ length: 12 / months }, (_, index) => periodAt(year, index, months)).find(
    (period) => period.name === name,
  );
}

function periodAt(year: string, index: number, months: number): ReportingPeriod {
  const firstDay = `${year}-${twoDigits(index * months + 1)}-01`;
  const lastDay = addDays(addMonths(firstDay, months), -1);
  return { name: nameOf(year, index, months), firstDay, lastDay };
}

function nameOf(year: string, index: number, months: number): string {
  if (months === 12) return year;
  const prefix = prefixes[months];
  return `${year}-${prefix === undefined ? twoDigits(index + 1) : `${prefix}${index + 1}`}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
