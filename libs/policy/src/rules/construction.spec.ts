import {
  evaluateCompletion,
  evaluateConstructionMonths,
  evaluateExtension,
  inMonths,
  jilin2020,
} from '../index.ts';
import { samplePolicyDocument } from '../testing/index.ts';

const sample = samplePolicyDocument();

describe('construction', () => {
  it('of more than two years needs a justification', () => {
    expect(evaluateConstructionMonths(jilin2020, 24)).toEqual([]);
    expect(evaluateConstructionMonths(jilin2020, 25)).toEqual([
      {
        code: 'construction-period-long',
        strength: 'needs-justification',
        article: 'Art. 16',
        params: { months: 25, limit: 24 },
      },
    ]);
    expect(evaluateConstructionMonths(sample, 36)).toEqual([]);
    expect(evaluateConstructionMonths(sample, 37)).toHaveLength(1);
  });

  it('has a length in months or years only', () => {
    expect(inMonths({ value: 2, unit: 'years' })).toBe(24);
    expect(() => inMonths({ value: 30, unit: 'natural-days' })).toThrow(RangeError);
  });

  it.each([
    [12, 1, []],
    [13, 1, ['extension-too-long']],
    [6, 2, ['extension-repeated']],
    [24, 2, ['extension-too-long', 'extension-repeated']],
  ])('extended by %i months, time %i: %j', (months, count, codes) => {
    expect(evaluateExtension(jilin2020, { months, count }).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    [100, []],
    [90, []],
    [89, ['completion-low']],
    [80, ['completion-low']],
    [79, ['completion-very-low']],
    [0, ['completion-very-low']],
  ])('complete to %i percent: %j', (percent, codes) => {
    const found = evaluateCompletion(jilin2020, percent);
    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const { strength } of found) expect(strength).toBe('advisory');
  });
});
