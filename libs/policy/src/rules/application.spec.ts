import fc from 'fast-check';
import {
  evaluateAttachments,
  evaluateChapters,
  evaluateConditions,
  evaluateSummaryLength,
  findingRule,
  jilin2020,
  summaryRange,
} from '../index.ts';
import { samplePolicyDocument } from '../testing/index.ts';

const sample = samplePolicyDocument();

describe('the length of a summary', () => {
  it.each([
    [2_500, null],
    [2_000, null],
    [3_000, null],
    [1_999, 'summary-length advisory interpretation of annex 2'],
    [3_001, 'summary-length advisory interpretation of annex 2'],
    [500, 'summary-length advisory interpretation of annex 2'],
    [499, 'summary-length-extreme needs-justification platform default'],
    [10, 'summary-length-extreme needs-justification platform default'],
    [10_000, 'summary-length advisory interpretation of annex 2'],
    [10_001, 'summary-length-extreme needs-justification platform default'],
    [40_000, 'summary-length-extreme needs-justification platform default'],
    [40_001, 'summary-too-long hard platform default'],
    [50_000, 'summary-too-long hard platform default'],
  ])('of %i words: %s', (length, expected) => {
    const found = evaluateSummaryLength(jilin2020, length);
    const text = found.map(({ code, strength, article }) => `${code} ${strength} ${article}`);
    expect(text).toEqual(expected === null ? [] : [expected]);
  });

  it('is reported with what it is and should be', () => {
    expect(evaluateSummaryLength(jilin2020, 1_000)[0]?.params).toEqual({
      length: 1_000,
      from: 2_000,
      to: 3_000,
    });
    expect(evaluateSummaryLength(jilin2020, 100)[0]?.params).toEqual({ length: 100, from: 500, to: 10_000 });
    expect(evaluateSummaryLength(jilin2020, 50_000)[0]?.params).toEqual({ length: 50_000, cap: 40_000 });
  });

  it('may not reach a bound that is exclusive', () => {
    expect(evaluateSummaryLength(sample, 901)).toEqual([]);
    expect(evaluateSummaryLength(sample, 900)).toMatchObject([{ code: 'summary-length', strength: 'hard' }]);
    expect(evaluateSummaryLength(sample, 1_100)).toHaveLength(1);
  });

  it('is unremarkable exactly within the range', () => {
    const { from, to } = summaryRange(jilin2020);
    fc.assert(
      fc.property(fc.nat(60_000), (length) => {
        const found = evaluateSummaryLength(jilin2020, length);
        expect(found.length).toBe(length >= from && length <= to ? 0 : 1);
      }),
    );
  });
});

describe('what an application lacks', () => {
  it('is every written chapter, kind of attachment and condition not there, in order', () => {
    const none = new Set<string>();
    expect(evaluateChapters(jilin2020, none)).toHaveLength(7);
    expect(evaluateAttachments(jilin2020, none).map(({ params }) => params?.['kind'])).toEqual([
      'business-licences',
      'charter',
      'supporting-files',
      'evidence-of-results',
      'truthfulness-commitment',
    ]);
    expect(evaluateConditions(jilin2020, none)).toHaveLength(5);
    expect(evaluateChapters(jilin2020, new Set(['summary', 'goals']))[0]).toEqual({
      code: 'chapter-missing',
      strength: 'hard',
      article: 'annex 2',
      params: { chapter: 'background' },
    });
  });

  it('is nothing when all is there, and nothing a province does not ask for', () => {
    const conditions = new Set(jilin2020.conditions.map(({ code }) => code));
    expect(evaluateConditions(jilin2020, conditions)).toEqual([]);
    expect(evaluateConditions(sample, new Set())).toEqual([]);
    const optional = {
      ...jilin2020,
      attachmentKinds: jilin2020.attachmentKinds.map((kind) => ({ ...kind, required: kind.number === 1 })),
    };
    expect(evaluateAttachments(optional, new Set())).toHaveLength(1);
  });
});

describe('the rule behind a finding', () => {
  it('is a rule of its own, a parameter, or the name pattern', () => {
    expect(findingRule(jilin2020, 'field-missing')).toEqual({
      origin: { kind: 'article', article: 'Art. 12' },
      strength: 'hard',
    });
    expect(findingRule(jilin2020, 'not-independent-legal-entity')?.strength).toBe('needs-justification');
    expect(findingRule(jilin2020, 'name-pattern')?.strength).toBe('hard');
  });

  it('is absent where a province has switched it off, left it out, or said so', () => {
    expect(findingRule(sample, 'not-independent-legal-entity')).toBeNull();
    expect(findingRule(sample, 'field-missing')).toBeNull();
    expect(findingRule(sample, 'no-consortium')).toBeNull();
    expect(findingRule(jilin2020, 'member-is-affiliate')).toBeNull();
  });
});
