import { jilin2020 } from '../packs/jilin-2020/index.ts';
import type { PolicyPack } from '../policy-pack.ts';
import type { GradeScale } from '../schema/operation.ts';
import type { Origin } from '../schema/parameter.ts';

const rule: Origin = { kind: 'article', article: 'Art. 1' };
const hard = { origin: rule, strength: 'hard' } as const;
const on = { value: true, unit: 'switch', ...hard } as const;

function points(value: number, inclusive = true) {
  return { value, unit: 'points', inclusive, ...hard } as const;
}

const operation: GradeScale = {
  code: 'operation',
  title: { zh: '运行评价', en: 'Operation evaluation' },
  standing: hard,
  grades: [
    {
      code: 'excellent',
      title: { zh: '优秀', en: 'Excellent' },
      from: points(85),
      proposes: 'project-support',
    },
    {
      code: 'qualified',
      title: { zh: '合格', en: 'Qualified' },
      from: points(60, false),
      proposes: 'warning',
    },
    {
      code: 'unqualified',
      title: { zh: '不合格', en: 'Unqualified' },
      from: points(0),
      proposes: 'revocation',
    },
  ],
  floors: [
    {
      indicator: 'equipment-value',
      minimum: { value: 20_000, unit: 'cny-thousand', inclusive: true, ...hard },
      grade: 'unqualified',
    },
  ],
  streaks: [{ grade: 'qualified', times: { value: 2, unit: 'times', ...hard }, becomes: 'unqualified' }],
  forcedQuotas: [
    {
      grade: 'unqualified',
      bound: 'at-least',
      share: { value: { numerator: 1, denominator: 10 }, unit: 'share', inclusive: true, ...hard },
    },
  ],
  postponement: on,
  equivalences: [
    { programme: 'other-programme', result: { zh: '通过', en: 'Passed' }, grade: 'qualified', origin: rule },
  ],
};

/** Formation in two stages, with a floor under one criterion. */
function formationInStages(): PolicyPack['reviewKinds'][number] | undefined {
  const formation = jilin2020.reviewKinds.find(({ code }) => code === 'formation');
  if (formation?.scoresheet === null || formation === undefined) return undefined;
  const [first, ...rest] = formation.scoresheet.criteria;
  if (first === undefined) return undefined;
  return {
    ...formation,
    scoresheet: {
      ...formation.scoresheet,
      criteria: [{ ...first, floor: { minimum: points(12), conclusion: 'unfavourable' } }, ...rest],
      stageWeights: [
        { step: 'site-visit', percent: { value: 40, unit: 'percent', ...hard } },
        { step: 'argument', percent: { value: 60, unit: 'percent', ...hard } },
      ],
    },
  };
}

/**
 * An invented province whose rules differ from Jilin's wherever the format allows it, as a fresh document that
 * may be changed. It is marked as a sample and stands for no regulation.
 */
export function samplePolicyDocument(): PolicyPack {
  const formation = formationInStages();
  return structuredClone({
    ...jilin2020,
    id: 'sample-province-2031',
    province: '990000',
    sample: true,
    regulation: {
      title: { zh: '样例省产业创新中心管理办法', en: 'Measures of Sample Province' },
      documentNumber: '样发改高技〔2031〕1号',
      issuedOn: '2031-01-01',
      effectiveFrom: '2031-02-01',
      effectiveUntil: '2036-01-31',
      trial: false,
    },
    confirmation: {
      by: { zh: '样例', en: 'Sample' },
      on: '2031-01-15',
      reference: 'sample-1',
    },
    agency: {
      ...jilin2020.agency,
      code: 'sample-drc',
      name: { zh: '样例省发展和改革委员会', en: 'Sample DRC' },
      documentSeries: ['样发改高技'],
    },
    names: {
      zh: { pattern: '样例省***产业创新中心', placeholder: '***' },
      en: { pattern: 'XXX Industrial Innovation Center (Sample Province)', placeholder: 'XXX' },
      standing: hard,
    },
    parameters: {
      ...jilin2020.parameters,
      summaryTarget: { value: 1_000, unit: 'words', ...hard },
      summaryTolerance: { value: 10, unit: 'percent', inclusive: false, ...hard },
      independentEntity: { value: false, unit: 'switch', ...hard },
      publicNotice: on,
      constructionPeriod: { value: 3, unit: 'years', firstDayCounted: true, ...hard },
      progressInterval: { value: 'quarter', unit: 'interval', ...hard },
    },
    findings: { 'chapter-missing': hard, 'attachment-kind-missing': hard, 'no-consortium': null },
    reviewKinds: [
      ...(formation === undefined ? [] : [formation]),
      ...jilin2020.reviewKinds.filter(({ code }) => code !== 'formation'),
    ],
    responsibilities: {
      ...jilin2020.responsibilities,
      delegations: [
        {
          matter: 'adjustment',
          to: 'competent-unit',
          scope: { zh: '不涉及功能的调整', en: 'Adjustments that leave the functions alone' },
          origin: rule,
        },
      ],
    },
    gradeScales: [...jilin2020.gradeScales.filter(({ code }) => code !== 'operation'), operation],
    bans: jilin2020.bans.map((ban) => ({ ...ban, enabled: on })),
    quotas: [
      {
        unitKind: 'prefecture',
        title: { zh: '市（州）', en: 'Prefecture' },
        perYear: { value: 3, unit: 'items', inclusive: true, ...hard },
      },
    ],
    windows: [
      {
        opens: '2031-03-01',
        closes: '2031-04-30',
        graceForDrafts: { value: 5, unit: 'working-days', firstDayCounted: true, ...hard },
        origin: rule,
      },
    ],
    tiers: [
      { code: 'recognised', title: { zh: '认定', en: 'Recognised' }, origin: rule },
      { code: 'cultivated', title: { zh: '培育', en: 'Cultivated' }, origin: rule },
    ],
  } satisfies PolicyPack);
}
