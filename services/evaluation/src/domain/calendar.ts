import type { Instant } from '@iic/event-sourcing';

const shanghaiOffset = 8 * 3_600_000;

/** The day in Asia/Shanghai (UTC+8 all year) at an instant, `YYYY-MM-DD`. */
export function dayOf(instant: Instant): string {
  return new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text;
}
