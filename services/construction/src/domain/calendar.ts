import type { Instant } from '@iic/event-sourcing';

const shanghaiOffset = 8 * 3_600_000;

/** The day in Asia/Shanghai (UTC+8 all year) at an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Instant): string {
  return new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(0, 10);
}

/** The last millisecond of a day in Asia/Shanghai. */
export function endOfDay(day: string): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - shanghaiOffset + 86_400_000 - 1).toISOString();
}

/** The first millisecond of a day in Asia/Shanghai. */
export function startOfDay(day: string): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - shanghaiOffset).toISOString();
}

/** The same day so many months later, or the last day of that month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8, 10)), lastDay);
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

/** End of a period of so many months that begins on the day of this instant: the end of its last day. */
export function monthsAfter(instant: Instant, months: number): Instant {
  return endOfDay(addMonths(dayOf(instant), months));
}
