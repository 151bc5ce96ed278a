import fc from 'fast-check';
import { checkPanelComposition, getReviewKind, jilin2020, leastCount, seatMinimums } from '../index.ts';

const formation = getReviewKind(jilin2020, 'formation').panel;
const acceptance = getReviewKind(jilin2020, 'acceptance').panel;

function panel(...members: readonly (readonly [number, ...string[]])[]) {
  return members.flatMap(([count, ...codes]) => Array.from({ length: count }, () => ({ codes })));
}

describe('a panel', () => {
  it.each([
    ['7 with 5 external and finance', panel([4, 'external'], [1, 'external', 'finance'], [2]), []],
    ['5 with 4 external and finance', panel([3, 'external'], [1, 'external', 'finance'], [1]), []],
    ['3', panel([2, 'external'], [1, 'external', 'finance']), ['panel-too-small']],
    ['6', panel([5, 'external'], [1, 'finance']), ['panel-not-odd']],
    ['7 with 4 external', panel([4, 'external'], [1, 'finance'], [2]), ['panel-share-missed']],
    ['7 without finance', panel([7, 'external']), ['panel-seat-missing']],
    ['nobody', [], ['panel-too-small', 'panel-not-odd', 'panel-seat-missing']],
  ])('of %s', (_name, members, codes) => {
    expect(checkPanelComposition(formation, members).map(({ code }) => code)).toEqual(codes);
  });

  it('says how many it has and needs, and why', () => {
    const members = panel([4, 'external'], [1, 'finance'], [2]);
    expect(checkPanelComposition(acceptance, members)).toEqual([
      {
        code: 'panel-share-missed',
        strength: 'needs-justification',
        article: 'platform default',
        params: { qualification: 'external', count: 4, minimum: 5 },
      },
      {
        code: 'panel-seat-missing',
        strength: 'hard',
        article: 'Art. 17',
        params: { qualification: 'administrator', count: 0, minimum: 1 },
      },
    ]);
  });

  it('needs so many by qualification, for any size', () => {
    expect(seatMinimums(formation, 5)).toEqual([
      { code: 'external', count: 4 },
      { code: 'finance', count: 1 },
    ]);
  });

  it('that has the least numbers passes, and one fewer of any does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 }), (half) => {
        const size = 2 * half + 1;
        const minimums = new Map(seatMinimums(acceptance, size).map(({ code, count }) => [code, count]));
        const without = (left: string) =>
          Array.from({ length: size }, (_, index) => ({
            codes: [...minimums].flatMap(([code, count]) =>
              index < (code === left ? count - 1 : count) ? [code] : [],
            ),
          }));
        expect(checkPanelComposition(acceptance, without(''))).toEqual([]);
        for (const code of minimums.keys())
          expect(checkPanelComposition(acceptance, without(code))).toHaveLength(1);
      }),
    );
  });

  it('counts shares exactly', () => {
    const twoThirds = { numerator: 2, denominator: 3 };
    expect(leastCount({ value: twoThirds, inclusive: true }, 9)).toBe(6);
    expect(leastCount({ value: twoThirds, inclusive: false }, 9)).toBe(7);
    expect(leastCount({ value: twoThirds, inclusive: true }, 7)).toBe(5);
    expect(leastCount({ value: twoThirds, inclusive: false }, 7)).toBe(5);
  });
});
