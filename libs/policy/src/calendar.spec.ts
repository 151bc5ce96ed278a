import fc from 'fast-check';
import { lastWorkingDay, workingCalendar } from './calendar.ts';
import {
  addDays,
  addMonths,
  addYears,
  dateInYear,
  dayOf,
  daysBetween,
  dueAt,
  endOfDay,
  endOfYear,
  intervalMonths,
  isCalendarDate,
  jilin2020,
  lastDayOf,
  type Period,
  startOfDay,
  WorkingCalendarMissing,
  warningAt,
} from './index.ts';

const day = fc
  .integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2199, 11, 31) })
  .map((epoch) => new Date(epoch).toISOString().slice(0, 10));

const weekdays = { isWorkingDay: (date: string) => ![0, 6].includes(new Date(date).getUTCDay()) };

function period(value: number, unit: Period['unit'], firstDayCounted = false): Period {
  return { value, unit, firstDayCounted };
}

describe('days in Asia/Shanghai', () => {
  it('begin eight hours before those of UTC', () => {
    expect(dayOf('2020-05-27T15:59:59.999Z')).toBe('2020-05-27');
    expect(dayOf('2020-05-27T16:00:00.000Z')).toBe('2020-05-28');
    expect(startOfDay('2020-05-28')).toBe('2020-05-27T16:00:00.000Z');
    expect(endOfDay('2020-05-28')).toBe('2020-05-28T15:59:59.999Z');
  });

  it('hold their own first and last instant', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect([dayOf(startOfDay(date)), dayOf(endOfDay(date))]).toEqual([date, date]);
      }),
    );
  });

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-13-01', false],
    ['2024-1-1', false],
    ['2024-01-01T00:00', false],
    ['', false],
  ])('%j is a day: %s', (text, known) => {
    expect(isCalendarDate(text)).toBe(known);
    if (!known) expect(() => addDays(text, 1)).toThrow(RangeError);
  });
});

describe('adding to a day', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-11-30', 3, '2025-02-28'],
    ['2022-05-27', 24, '2024-05-27'],
    ['2024-12-31', 6, '2025-06-30'],
  ])('%s and %i months: %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('keeps years, leap days and the end of the year', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(endOfYear('2026-03-04')).toBe('2026-12-31');
  });

  it('is undone by taking the same number of days away', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('moves months forward without passing a month’s end', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 240 }), (date, months) => {
        const later = addMonths(date, months);
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(later) - index(date)).toBe(months);
        expect(later.slice(8) <= date.slice(8)).toBe(true);
      }),
    );
  });
});

describe('a period', () => {
  it.each<[Period, string, string]>([
    [period(5, 'natural-days'), '2026-03-02', '2026-03-07'],
    [period(5, 'natural-days', true), '2026-03-02', '2026-03-06'],
    [period(0, 'natural-days'), '2026-03-02', '2026-03-02'],
    [period(24, 'months'), '2026-03-02', '2028-03-02'],
    [period(24, 'months', true), '2026-03-02', '2028-03-01'],
    [period(6, 'months'), '2026-08-31', '2027-02-28'],
    [period(3, 'years'), '2024-02-29', '2027-02-28'],
    [period(5, 'working-days', true), '2021-11-10', '2021-11-16'],
    [period(5, 'working-days'), '2021-11-10', '2021-11-17'],
    [period(1, 'working-days', true), '2021-11-13', '2021-11-15'],
    [period(0, 'working-days'), '2021-11-10', '2021-11-10'],
  ])('%j from %s ends on %s', (length, from, last) => {
    expect(lastDayOf(length, from, weekdays)).toBe(last);
    expect(dueAt(length, startOfDay(from), weekdays)).toBe(endOfDay(last));
  });

  it('in working days needs a calendar', () => {
    expect(() => lastDayOf(period(5, 'working-days'), '2026-03-02')).toThrow(WorkingCalendarMissing);
    expect(() => warningAt(period(5, 'working-days'), endOfDay('2026-03-02'))).toThrow(
      WorkingCalendarMissing,
    );
    expect(() => lastDayOf(period(5, 'working-days'), '2026-03-02', { isWorkingDay: () => false })).toThrow(
      /fewer than 5 working days/,
    );
  });

  it('starts on the day that the instant has in Shanghai', () => {
    const from = '2026-03-02T16:00:00.000Z';
    expect(dueAt(period(1, 'natural-days'), from)).toBe(endOfDay('2026-03-04'));
  });

  it('is one day shorter when its first day is counted', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (date, days) => {
        const after = lastDayOf(period(days, 'natural-days'), date);
        const counted = lastDayOf(period(days, 'natural-days', true), date);
        expect(daysBetween(counted, after)).toBe(1);
      }),
    );
  });

  it('warns ahead of its end', () => {
    const due = endOfDay('2028-03-02');
    expect(warningAt(jilin2020.parameters.constructionWarningLead, due)).toBe(endOfDay('2027-12-03'));
    expect(warningAt(period(1, 'months'), endOfDay('2028-03-31'))).toBe(endOfDay('2028-02-29'));
    expect(warningAt(period(1, 'years'), due)).toBe(endOfDay('2027-03-02'));
  });
});

describe('yearly days and intervals', () => {
  it('fall on the last day of February where it has no 29th', () => {
    const { annualWorkReportDue, annualFinalFiguresDue } = jilin2020.parameters;
    expect(dateInYear(annualWorkReportDue, 2026)).toBe('2026-12-31');
    expect(dateInYear(annualFinalFiguresDue, 2026)).toBe('2027-02-28');
    expect(dateInYear(annualFinalFiguresDue, 2027)).toBe('2028-02-29');
  });

  it('let the half-year’s progress report be due at the end of July and January', () => {
    const { progressInterval, progressReportPeriod } = jilin2020.parameters;
    expect(intervalMonths(progressInterval)).toBe(6);
    expect(lastDayOf(progressReportPeriod, '2026-06-30')).toBe('2026-07-31');
    expect(lastDayOf(progressReportPeriod, '2026-12-31')).toBe('2027-01-31');
  });
});

describe('a working calendar', () => {
  it('works Monday to Friday', () => {
    const { isWorkingDay } = workingCalendar();
    const week = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
    expect(week.every((date) => isWorkingDay(date))).toBe(true);
    expect(['2026-03-07', '2026-03-08'].some((date) => isWorkingDay(date))).toBe(false);
  });

  it('rests on holidays and works on rest days that were exchanged for them (调休)', () => {
    const calendar = workingCalendar({
      holidays: ['2026-10-01', '2026-10-02'],
      workedRestDays: ['2026-10-10'],
    });
    expect(calendar.isWorkingDay('2026-10-01')).toBe(false);
    expect(calendar.isWorkingDay('2026-10-10')).toBe(true);
    expect(lastWorkingDay('2026-09-30', 2, calendar)).toBe('2026-10-05');
  });
});
