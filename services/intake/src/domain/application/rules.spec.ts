import { pack } from '../../testing/case-fixtures.ts';
import { chapterCap, closedWindow, exceededCap, indispensable } from './rules.ts';

const ours = { kind: 'platform-default' } as const;
const grace = {
  value: 10,
  unit: 'natural-days',
  firstDayCounted: false,
  origin: ours,
  strength: 'advisory',
} as const;
const windows = [
  { opens: '2026-04-01', closes: '2026-04-30', graceForDrafts: grace, origin: ours },
  { opens: '2026-10-01', closes: '2026-10-31', graceForDrafts: null, origin: ours },
];
const windowed = { ...pack, windows };
const noon = (day: string) => `${day}T04:00:00.000Z`;

describe('a window', () => {
  it('bars nothing where a province has none', () => {
    expect(closedWindow(pack, noon('2026-01-01'), noon('2026-01-01'))).toBeUndefined();
  });

  it.each([
    ['2026-03-31', '2026-03-30', '2026-04-01'],
    ['2026-04-01', '2026-03-30', undefined],
    ['2026-04-30', '2026-04-30', undefined],
    ['2026-05-10', '2026-04-30', undefined],
    ['2026-05-11', '2026-04-30', '2026-10-01'],
    ['2026-05-01', '2026-05-01', '2026-10-01'],
    ['2026-11-01', '2026-10-31', '2026-10-01'],
  ])('on %s, for a draft of %s, bars with %s', (today, begun, opens) => {
    expect(closedWindow(windowed, noon(today), noon(begun))?.opens).toBe(opens);
  });
});

describe('the longest text', () => {
  it.each([
    ['summary', 40_000, 40_000, undefined],
    ['summary', 40_001, 40_001, 40_000],
    ['goals', 150_000, 150_000, undefined],
    ['goals', 1, chapterCap + 1, chapterCap],
  ])('of %s with %i words and %i characters exceeds %s', (key, length, characters, cap) => {
    expect(exceededCap(pack, { key, length, characters })).toBe(cap);
  });
});

describe('what no plan can be without', () => {
  it('bars a submission even under a pack that does not say so', () => {
    const silent = { ...pack, findings: { ...pack.findings, 'field-missing': null } };
    expect(indispensable(silent, 'field-missing')).toEqual([
      { code: 'field-missing', strength: 'hard', article: 'platform default', params: {} },
    ]);
    expect(indispensable(pack, 'field-missing')).toEqual([
      { code: 'field-missing', strength: 'hard', article: 'Art. 12', params: {} },
    ]);
  });
});
