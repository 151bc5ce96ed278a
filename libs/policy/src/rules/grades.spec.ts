import fc from 'fast-check';
import { getGradeScale, gradeOf, jilin2020 } from '../index.ts';
import { samplePolicyDocument } from '../testing/index.ts';

const jilin = getGradeScale(jilin2020, 'operation');
const sample = getGradeScale(samplePolicyDocument(), 'operation');

describe('a grade', () => {
  it.each([
    [100, 'excellent'],
    [90, 'excellent'],
    [89.99, 'good'],
    [65, 'good'],
    [64, 'basically-qualified'],
    [60, 'basically-qualified'],
    [59.99, 'unqualified'],
    [0, 'unqualified'],
  ])('of %d points in Jilin: %s', (score, code) => {
    expect(gradeOf(jilin, { score })).toMatchObject({ grade: { code }, because: 'score', notChecked: [] });
  });

  it('does not include an exclusive bound', () => {
    const indicators = { 'equipment-value': 20_000 };
    expect(gradeOf(sample, { score: 60, indicators }).grade.code).toBe('unqualified');
    expect(gradeOf(sample, { score: 60.01, indicators }).grade.code).toBe('qualified');
  });

  it('is set by a hard floor whatever the score is', () => {
    expect(gradeOf(sample, { score: 99, indicators: { 'equipment-value': 19_999 } })).toMatchObject({
      grade: { code: 'unqualified', proposes: 'revocation' },
      because: 'floor',
    });
  });

  it('says which floors could not be checked', () => {
    expect(gradeOf(sample, { score: 99 })).toMatchObject({
      grade: { code: 'excellent' },
      notChecked: ['equipment-value'],
    });
  });

  it('is set by the same grade twice running, but not with another in between', () => {
    const indicators = { 'equipment-value': 30_000 };
    const after = (...history: readonly string[]) => gradeOf(sample, { score: 70, indicators, history });
    expect(after('qualified')).toMatchObject({ grade: { code: 'unqualified' }, because: 'streak' });
    expect(after('qualified', 'excellent')).toMatchObject({ grade: { code: 'qualified' }, because: 'score' });
    expect(after()).toMatchObject({ grade: { code: 'qualified' }, because: 'score' });
  });

  it('never falls when the score rises', () => {
    const rank = jilin.grades.map(({ code }) => code);
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(score, score, (left, right) => {
        const [low, high] = left < right ? [left, right] : [right, left];
        const of = (points: number) => rank.indexOf(gradeOf(jilin, { score: points }).grade.code);
        expect(of(high)).toBeLessThanOrEqual(of(low));
      }),
    );
  });

  it('is not computed on a scale without scores', () => {
    expect(() => gradeOf(getGradeScale(jilin2020, 'annual'), { score: 80 })).toThrow(RangeError);
  });
});
