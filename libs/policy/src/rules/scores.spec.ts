import fc from 'fast-check';
import {
  type CriterionPoints,
  checkRecommendation,
  checkScoresheet,
  getReviewKind,
  isRecommendation,
  jilin2020,
  type PolicyPack,
  quorumOf,
  type Scoresheet,
  scoreOutcome,
} from '../index.ts';
import { samplePolicyDocument } from '../testing/index.ts';

function sheetOf(pack: PolicyPack, kind: string): Scoresheet {
  const { scoresheet } = getReviewKind(pack, kind);
  if (scoresheet === null) throw new Error(`${kind} has no scoresheet`);
  return scoresheet;
}

const sheet = sheetOf(jilin2020, 'formation');
const criteria = sheet.criteria.map(({ code }) => code);

function scored(...points: readonly number[]): readonly CriterionPoints[] {
  return criteria.map((criterion, index) => ({ criterion, points: points[index] ?? 0 }));
}

describe('a scoresheet', () => {
  it('scores every criterion once, in whole points within its maximum', () => {
    expect(checkScoresheet(sheet, scored(20, 0, 15, 7, 1))).toEqual([]);
    expect(checkScoresheet(sheet, scored(21, -1, 1.5, Number.NaN, 20)).map(({ code }) => code)).toEqual(
      Array(4).fill('points-out-of-range'),
    );
    expect(
      checkScoresheet(sheet, [
        { criterion: 'clear-goals', points: 1 },
        { criterion: 'clear-goals', points: 2 },
        { criterion: 'charm', points: 3 },
      ]),
    ).toEqual([
      ...criteria.slice(1).map((criterion) => ({ code: 'criterion-missing', criterion })),
      { code: 'criterion-repeated', criterion: 'clear-goals' },
      { code: 'criterion-unknown', criterion: 'charm' },
    ]);
  });

  it('must come from the whole panel in Jilin', () => {
    expect(quorumOf(sheet, 7)).toBe(7);
  });
});

describe('what scoresheets come to', () => {
  it.each([
    [[scored(12, 12, 12, 12, 12)], '60.00', 'favourable'],
    [[scored(12, 12, 12, 12, 11)], '59.00', 'unfavourable'],
    [[scored(20, 20, 20, 20, 20)], '100.00', 'favourable'],
    [[scored()], '0.00', 'unfavourable'],
    [
      [scored(12, 12, 12, 12, 12), scored(12, 12, 12, 12, 12), scored(12, 12, 12, 12, 11)],
      '59.67',
      'unfavourable',
    ],
    [
      [scored(20), scored(20), scored(20), scored(20), scored(20), scored(20), scored(1)],
      '17.29',
      'unfavourable',
    ],
  ])('%j: mean %s, %s', (scores, average, suggested) => {
    expect(scoreOutcome(sheet, scores)).toMatchObject({ sheets: scores.length, average, suggested });
  });

  it('is nothing without a sheet', () => {
    const outcome = scoreOutcome(sheet, []);
    expect(outcome).toEqual({ sheets: 0, average: null, suggested: null, rule: null });
    expect(checkRecommendation(outcome, 'favourable')).toEqual([]);
  });

  it('is decided before the mean is rounded for print', () => {
    const nearly = Array.from({ length: 201 }, (_, index) => scored(12, 12, 12, 12, index === 0 ? 11 : 12));
    expect(scoreOutcome(sheet, nearly)).toMatchObject({ average: '60.00', suggested: 'unfavourable' });
  });

  it('is overruled by a floor under one criterion', () => {
    const staged = sheetOf(samplePolicyDocument(), 'formation');
    expect(scoreOutcome(staged, [scored(11, 20, 20, 20, 20)])).toMatchObject({
      average: '91.00',
      suggested: 'unfavourable',
      rule: { limit: { value: 12 } },
    });
    expect(scoreOutcome(staged, [scored(12, 20, 20, 20, 20)]).suggested).toBe('favourable');
  });

  it('gives a mean between the lowest and the highest total', () => {
    const one = fc.tuple(...criteria.map(() => fc.nat(20))).map((points) => scored(...points));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 11 }), (scores) => {
        const totals = scores.map((points) => points.reduce((sum, { points: each }) => sum + each, 0));
        const { average } = scoreOutcome(sheet, scores);
        expect(average).toMatch(/^\d{1,6}\.\d\d$/);
        expect(Number(average)).toBeGreaterThanOrEqual(Math.min(...totals));
        expect(Number(average)).toBeLessThanOrEqual(Math.max(...totals));
        expect(Math.abs(Number(average) * scores.length - totals.reduce((a, b) => a + b, 0))).toBeLessThan(
          0.006 * scores.length,
        );
      }),
    );
  });
});

describe('a recommendation', () => {
  const low = scoreOutcome(sheet, [scored(5, 5, 5, 5, 5)]);

  it('may go against the points, which is found and cites the rule missed', () => {
    expect(checkRecommendation(low, 'unfavourable')).toEqual([]);
    expect(checkRecommendation(low, 'favourable')).toEqual([
      {
        code: 'recommendation-against-score',
        strength: 'advisory',
        article: 'platform default',
        params: { recommendation: 'favourable', suggested: 'unfavourable', average: '25.00' },
      },
    ]);
    expect(low.rule?.limit.value).toBe(60);
  });

  it('is one of the conclusions of its kind', () => {
    const kind = getReviewKind(jilin2020, 'formation');
    expect([isRecommendation(kind, 'favourable'), isRecommendation(kind, 'excellent')]).toEqual([
      true,
      false,
    ]);
  });
});
