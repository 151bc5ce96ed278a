import type { Instant } from '@iic/event-sourcing';
import {
  addDays,
  addMonths,
  dayOf,
  endOfDay,
  isCalendarDate,
  lastWorkingDay,
  type WorkingCalendar,
} from './calendar.ts';
import type { DayOfYearParameter, DurationParameter, IntervalParameter } from './schema/parameter.ts';

/** What counting a period needs to know of a duration parameter. */
export type Period = Pick<DurationParameter, 'value' | 'unit' | 'firstDayCounted'>;

/** A period in working days was asked for without a calendar of working days. */
export class WorkingCalendarMissing extends Error {
  readonly code = 'working-calendar-missing';
  constructor() {
    super('A period in working days needs a calendar of working days. Pass one, or use natural days.');
  }
}

/**
 * The last day of a period that starts on a day. Unless the first day is counted, counting begins the day
 * after; months and years end on the day of the same number, or on the month's last day where it has none.
 * Throws {@link WorkingCalendarMissing}. Source: 民法典 Art. 201 and 202; the postponement of an end that
 * falls on a holiday (Art. 203) is not applied.
 */
export function lastDayOf(period: Period, firstDay: string, calendar?: WorkingCalendar): string {
  const shift = period.firstDayCounted ? 1 : 0;
  switch (period.unit) {
    case 'natural-days':
      return addDays(firstDay, period.value - shift);
    case 'working-days':
      if (calendar === undefined) throw new WorkingCalendarMissing();
      if (period.value === 0) return addDays(firstDay, -shift);
      return lastWorkingDay(addDays(firstDay, 1 - shift), period.value, calendar);
    case 'months':
      return addDays(addMonths(firstDay, period.value), -shift);
    case 'years':
      return addDays(addMonths(firstDay, period.value * 12), -shift);
    default:
      return period.unit satisfies never;
  }
}

/** When a period that starts at an instant is over: the end of its last day in Asia/Shanghai. */
export function dueAt(period: Period, from: Instant, calendar?: WorkingCalendar): Instant {
  return endOfDay(lastDayOf(period, dayOf(from), calendar));
}

/** When the warning for a due instant comes: the end of the day that lies the lead before its day. */
export function warningAt(lead: Period, due: Instant): Instant {
  const date = dayOf(due);
  switch (lead.unit) {
    case 'natural-days':
      return endOfDay(addDays(date, -lead.value));
    case 'months':
      return endOfDay(addMonths(date, -lead.value));
    case 'years':
      return endOfDay(addMonths(date, -12 * lead.value));
    case 'working-days':
      throw new WorkingCalendarMissing();
    default:
      return lead.unit satisfies never;
  }
}

/** The date of a yearly day for the year it is about; 29 February becomes the 28th in a common year. */
export function dateInYear({ value, yearOffset }: DayOfYearParameter, year: number): string {
  const date = `${year + yearOffset}-${value}`;
  return isCalendarDate(date) ? date : addDays(`${year + yearOffset}-03-01`, -1);
}

const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** Length of a reporting interval in months: 1, 3, 6 or 12. */
export function intervalMonths({ value }: Pick<IntervalParameter, 'value'>): 1 | 3 | 6 | 12 {
  return months[value];
}
