import {
  describePolicyPack,
  findOutcome,
  findProgrammeName,
  formatNumber,
  getDecisionKind,
  getReviewKind,
  jilin2020,
  parsePolicyPack,
  policyIdentity,
  seatMinimums,
  textChapters,
  unwrittenRules,
} from '../../index.ts';
import { FindingRules } from '../../schema/findings.ts';

describe('the Jilin pack of 2020', () => {
  it('is a valid pack', () => {
    expect(() => parsePolicyPack(JSON.parse(JSON.stringify(jilin2020)), 'jilin-2020')).not.toThrow();
  });

  it('states every rule that findings need', () => {
    expect(Object.keys(jilin2020.findings).sort()).toEqual(Object.keys(FindingRules.properties).sort());
  });

  it('names and quotes the guideline’s articles', () => {
    const references = jilin2020.articles.map(({ reference }) => reference);
    expect(references).toHaveLength(24 + 5 + 1);
    for (let article = 1; article <= 24; article += 1) expect(references).toContain(`Art. ${article}`);
    const quoted = jilin2020.articles.filter(({ text }) => text !== null);
    expect(quoted.map(({ text }) => text).join('')).not.toMatch(/\s{2}|[a-z]{20}/);
    expect(jilin2020.articles.find(({ reference }) => reference === 'Art. 23')?.text).toBe(
      '省级产业创新中心命名统一为：“吉林省***产业创新中心”，英文名称为“JiLin Province Industrial Innovation Center of XXX”。',
    );
  });

  it('has the eight chapters of annex 2, five attachment kinds and five basic conditions', () => {
    const { outline, attachmentKinds, conditions, contributionForms } = jilin2020;
    expect(
      outline.chapters.map(({ number, title, sections }) => [number, title.zh, sections.length]),
    ).toEqual([
      [1, '摘要', 0],
      [2, '组建依据、背景与意义', 4],
      [3, '组建单位概况和建设条件', 4],
      [4, '主要方向、任务与目标', 4],
      [5, '组织机构、管理与运行机制', 3],
      [6, '建设方案', 5],
      [7, '其他需要说明的问题', 0],
      [8, '附件', 5],
    ]);
    expect(textChapters(jilin2020)).toHaveLength(7);
    expect(outline.chapters.filter(({ mayBeNone }) => mayBeNone).map(({ number }) => number)).toEqual([7]);
    expect(attachmentKinds.map(({ inManifest }) => inManifest)).toEqual([true, true, true, true, false]);
    expect(conditions.map(({ origin }) => origin)).toEqual(
      [1, 2, 3, 4, 5].map((number) => ({ kind: 'article', article: `Art. 14(${number})` })),
    );
    expect(contributionForms).toHaveLength(5);
  });

  it('reviews formation by five conditions of 20 points and acceptance without points, with administrators', () => {
    const formation = getReviewKind(jilin2020, 'formation');
    const acceptance = getReviewKind(jilin2020, 'acceptance');
    expect(formation.scoresheet?.criteria.map(({ maximum }) => maximum)).toEqual([20, 20, 20, 20, 20]);
    expect(formation.scoresheet?.criteria.reduce((sum, { maximum }) => sum + maximum, 0)).toBe(100);
    expect(seatMinimums(formation.panel)).toEqual([
      { code: 'external', count: 5 },
      { code: 'finance', count: 1 },
    ]);
    expect(acceptance.scoresheet).toBeNull();
    expect(seatMinimums(acceptance.panel)).toContainEqual({ code: 'administrator', count: 1 });
  });

  it.each([
    ['formation', 'Art. 15', ['approved', 'declined']],
    ['adjustment', 'Art. 16', ['approved', 'declined']],
    ['acceptance', 'Art. 17', ['accepted', 'rectification', 'not-accepted']],
    ['formation-revocation', 'Art. 17', ['revoked', 'rectification']],
  ])('lets the PDRC decide on %s under %s: %j', (code, article, outcomes) => {
    const kind = getDecisionKind(jilin2020, code);
    expect([kind.article, kind.decidedBy]).toEqual([article, 'pdrc']);
    expect(kind.outcomes.map((outcome) => outcome.code)).toEqual(outcomes);
    expect(findOutcome(kind, outcomes[0] ?? '')?.origin).toEqual({ kind: 'article', article });
    expect(findOutcome(kind, 'postponed')).toBeUndefined();
  });

  it('adds no burden to the text: bans, notices, quotas, floors and streaks are off', () => {
    const { bans, quotas, windows, gradeScales, parameters } = jilin2020;
    expect(bans.map(({ enabled }) => enabled.value)).toEqual([false, false]);
    expect([quotas, windows]).toEqual([[], []]);
    expect(
      gradeScales.flatMap(({ floors, streaks, forcedQuotas }) => [floors, streaks, forcedQuotas].flat()),
    ).toEqual([]);
    expect(parameters.publicNotice.value).toBe(false);
  });

  it('blocks by its own default only where nothing could be reviewed or recorded otherwise', () => {
    const blocking = describePolicyPack(jilin2020)
      .filter(({ strength, origin }) => strength === 'hard' && origin === 'platform default')
      .map(({ rule }) => rule.replace(/decisionKinds\.[^.]+/, 'decisionKinds.*'));
    expect([...new Set(blocking)]).toEqual([
      'parameters.summaryCap',
      'parameters.attachmentSizeCap',
      'decisionKinds.*.minimumApprovers',
      'decisionKinds.*.handlerApart',
    ]);
  });

  it('can be cited rule by rule', () => {
    const rows = describePolicyPack(jilin2020);
    expect(new Set(rows.map(({ rule }) => rule)).size).toBe(rows.length);
    expect(Math.max(...rows.map(({ rule }) => rule.length))).toBeLessThanOrEqual(60);
    expect(rows).toContainEqual({
      rule: 'parameters.constructionPeriod',
      value: '24',
      unit: 'months',
      origin: 'Art. 16',
      strength: 'needs-justification',
      note: jilin2020.parameters.constructionPeriod.note,
    });
    expect(rows.find(({ rule }) => rule === 'names')?.value).toContain('吉林省***产业创新中心');
    const unwritten = unwrittenRules(jilin2020);
    expect(unwritten).toContainEqual({
      rule: 'reviewKinds.formation.panel.size',
      origin: 'platform default',
    });
    expect(unwritten.some(({ origin }) => origin.startsWith('Art.'))).toBe(false);
  });

  it('prints numbers and knows programmes by the name of the day', () => {
    const { decisionNumber } = jilin2020.agency;
    expect(formatNumber(decisionNumber, { year: 2026, serial: 3 })).toBe('吉产创决〔2026〕3号');
    const nameOn = (date: string) =>
      findProgrammeName(jilin2020, 'national-industrial-innovation-center', date)?.zh;
    expect([nameOn('2025-12-28'), nameOn('2025-12-29')]).toEqual([
      '国家产业创新中心',
      '国家新兴产业创新中心',
    ]);
    expect(findProgrammeName(jilin2020, 'unknown', '2025-01-01')).toBeUndefined();
  });

  it('is edition 1 to the last byte: cases are pinned to it, so a change is a new edition', () => {
    expect([jilin2020.version, policyIdentity(jilin2020).hash]).toEqual([
      1,
      '227ed501ea2497e7f4aeb963bf4bfdfbd2c6c3fc79da16473e8a6e88ccb4aa68',
    ]);
  });
});
