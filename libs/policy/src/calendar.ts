import type { Instant } from '@iic/event-sourcing';

const hour = 3_600_000;
const day = 24 * hour;
const shanghaiOffset = 8 * hour;

/** The day in Asia/Shanghai (UTC+8 all year since 1992) at an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Instant): string {
  return toDay(Date.parse(instant) + shanghaiOffset);
}

/** The first millisecond of a day in Asia/Shanghai. */
export function startOfDay(date: string): Instant {
  return new Date(toEpoch(date) - shanghaiOffset).toISOString();
}

/** The last millisecond of a day in Asia/Shanghai: a deadline of that day is missed after it. */
export function endOfDay(date: string): Instant {
  return new Date(toEpoch(date) + day - 1 - shanghaiOffset).toISOString();
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const epoch = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(epoch) && toDay(epoch) === text;
}

/** So many natural days later (earlier if negative). */
export function addDays(date: string, days: number): string {
  return toDay(toEpoch(date) + days * day);
}

/** The day of the same number so many months later, or that month's last day where it has none. */
export function addMonths(date: string, months: number): string {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1 + months;
  const last = utcDay(year, month + 1, 0).getUTCDate();
  return utcDay(year, month, Math.min(Number(date.slice(8, 10)), last))
    .toISOString()
    .slice(0, 10);
}

/** The same day so many years later; 29 February becomes the 28th in a common year. */
export function addYears(date: string, years: number): string {
  return addMonths(date, years * 12);
}

/** 31 December of the day's year. */
export function endOfYear(date: string): string {
  return `${date.slice(0, 4)}-12-31`;
}

/** Natural days from one day to another; negative if the second comes first. */
export function daysBetween(from: string, to: string): number {
  return (toEpoch(to) - toEpoch(from)) / day;
}

/** Which days are worked, holidays and 调休 considered. */
export interface WorkingCalendar {
  isWorkingDay(date: string): boolean;
}

/**
 * Monday to Friday, but for the days that were made otherwise. Which those are is announced by the State Council year
 * by year; without the announcements holidays count as worked, so that a period can only end too early, never late.
 */
export function workingCalendar(
  exceptions: { readonly holidays?: Iterable<string>; readonly workedRestDays?: Iterable<string> } = {},
): WorkingCalendar {
  const holidays = new Set(exceptions.holidays);
  const worked = new Set(exceptions.workedRestDays);
  return {
    isWorkingDay(date) {
      const weekday = new Date(toEpoch(date)).getUTCDay();
      const isRestDay = weekday === 0 || weekday === 6;
      return worked.has(date) || (!isRestDay && !holidays.has(date));
    },
  };
}

/** The last of so many working days, the first of which is the first worked day on or after `from`. */
export function lastWorkingDay(from: string, count: number, calendar: WorkingCalendar): string {
  let date = from;
  let left = count;
  // Ten years without enough working days means that the calendar is broken, not that the wait is long.
  for (let step = 0; step < 3_660; step += 1) {
    if (calendar.isWorkingDay(date)) left -= 1;
    if (left <= 0) return date;
    date = addDays(date, 1);
  }
  throw new RangeError(`The calendar has fewer than ${count} working days in ten years after ${from}.`);
}

function toEpoch(date: string): number {
  if (!isCalendarDate(date)) throw new RangeError(`"${date}" is not a day of the calendar (YYYY-MM-DD).`);
  return Date.parse(`${date}T00:00:00.000Z`);
}

function toDay(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 10);
}

function utcDay(year: number, month: number, date: number): Date {
  return new Date(Date.UTC(year, month, date));
}
