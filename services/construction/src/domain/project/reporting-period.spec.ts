import { findPeriod, periodAfter, periodOf } from './reporting-period.ts';

describe('reporting periods', () => {
  it.each([
    [1, '2026-08', '2026-08-01', '2026-08-31'],
    [3, '2026-Q3', '2026-07-01', '2026-09-30'],
    [6, '2026-H2', '2026-07-01', '2026-12-31'],
    [12, '2026', '2026-01-01', '2026-12-31'],
  ])('of %d months: 15 August 2026 lies in %s', (months, name, firstDay, lastDay) => {
    const period = { name, firstDay, lastDay };
    expect(periodOf('2026-08-15', months)).toEqual(period);
    expect(findPeriod(name, months)).toEqual(period);
  });

  it('follow each other without a gap', () => {
    expect(periodAfter(periodOf('2026-08-15', 6), 6)).toEqual({
      name: '2027-H1',
      firstDay: '2027-01-01',
      lastDay: '2027-06-30',
    });
  });

  it.each(['2026-H3', '2026-13', '2026-q1', 'abcd-H1', '0000-H1', ''])('has no period %p', (name) => {
    for (const months of [1, 3, 6, 12]) expect(findPeriod(name, months)).toBeUndefined();
  });
});
