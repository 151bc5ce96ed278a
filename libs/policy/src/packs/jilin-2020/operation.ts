import type { PolicyPack } from '../../policy-pack.ts';
import type { Ban, GradeScale } from '../../schema/operation.ts';
import { ours, reading, written } from './origins.ts';

type Operation = Pick<
  PolicyPack,
  'responsibilities' | 'gradeScales' | 'bans' | 'quotas' | 'windows' | 'tiers' | 'seriesChanges'
>;

const advisory = { origin: ours, strength: 'advisory' } as const;
const off = { value: false, unit: 'switch', ...advisory } as const;

function points(value: number) {
  return { value, unit: 'points', inclusive: true, ...advisory } as const;
}

function scale(code: string, title: GradeScale['title'], grades: GradeScale['grades']): GradeScale {
  return {
    code,
    title,
    standing: advisory,
    grades,
    floors: [],
    streaks: [],
    forcedQuotas: [],
    postponement: off,
    equivalences: [],
  };
}

const annual = scale('annual', { zh: '年度考核', en: 'Annual assessment' }, [
  { code: 'excellent', title: { zh: '优秀', en: 'Excellent' }, from: null, proposes: 'nothing' },
  { code: 'good', title: { zh: '良好', en: 'Good' }, from: null, proposes: 'nothing' },
  { code: 'qualified', title: { zh: '合格', en: 'Qualified' }, from: null, proposes: 'nothing' },
  { code: 'unqualified', title: { zh: '不合格', en: 'Unqualified' }, from: null, proposes: 'rectification' },
]);

const operation = scale('operation', { zh: '运行评价', en: 'Operation evaluation' }, [
  {
    code: 'excellent',
    title: { zh: '优秀', en: 'Excellent' },
    from: points(90),
    proposes: 'project-support',
  },
  { code: 'good', title: { zh: '良好', en: 'Good' }, from: points(65), proposes: 'nothing' },
  {
    code: 'basically-qualified',
    title: { zh: '基本合格', en: 'Basically qualified' },
    from: points(60),
    proposes: 'warning',
  },
  {
    code: 'unqualified',
    title: { zh: '不合格', en: 'Unqualified' },
    from: points(0),
    proposes: 'rectification',
  },
]);

/** Kept as a form to fill in, never in force: the guideline bans nobody. */
function unusedBan(code: string, subject: Ban['subject'], title: Ban['title']): Ban {
  const length = { value: 3, unit: 'years', firstDayCounted: false, ...advisory } as const;
  return { code, title, subject, enabled: off, length, grounds: ['false-data', 'failed-evaluation'] };
}

/** Who does what, and everything about a running center. */
export const operationRules: Operation = {
  responsibilities: {
    duties: [
      {
        matter: 'supervision',
        title: { zh: '本地区或所属单位中心的管理', en: 'Management of the centers of its area or units' },
        by: 'competent-unit',
        origin: written('Art. 5'),
      },
      {
        matter: 'preliminary-review',
        title: { zh: '初审', en: 'Preliminary review' },
        by: 'competent-unit',
        origin: written('Art. 15'),
      },
      {
        matter: 'transmittal',
        title: { zh: '转报意见', en: 'Transmittal with an opinion' },
        by: 'competent-unit',
        origin: ours,
      },
      { matter: 'filing', title: { zh: '申报', en: 'Filing' }, by: 'lead-unit', origin: written('Art. 15') },
      {
        matter: 'formality-check',
        title: { zh: '形式审查', en: 'Formality check' },
        by: 'pdrc',
        origin: ours,
      },
      {
        matter: 'formation-review',
        title: { zh: '组织实地考察和可行性论证', en: 'Site visit and feasibility argument' },
        by: 'pdrc',
        origin: written('Art. 15'),
      },
      {
        matter: 'adjustment-opinion',
        title: { zh: '对组建计划调整的意见', en: 'Opinion on an adjustment' },
        by: 'competent-unit',
        origin: ours,
      },
      {
        matter: 'adjustment',
        title: { zh: '审核组建计划调整', en: 'Decision on an adjustment' },
        by: 'pdrc',
        origin: written('Art. 16'),
      },
      {
        matter: 'acceptance',
        title: { zh: '组织验收', en: 'Acceptance' },
        by: 'pdrc',
        origin: written('Art. 17'),
      },
      {
        matter: 'annual-assessment',
        title: { zh: '年度考核', en: 'Annual assessment' },
        by: 'competent-unit',
        origin: written('Art. 18'),
      },
      {
        matter: 'annual-work-report',
        title: { zh: '年度工作报告', en: 'Annual work report' },
        by: 'competent-unit',
        origin: written('Art. 18'),
      },
      {
        matter: 'operation-evaluation',
        title: { zh: '运行评价', en: 'Operation evaluation' },
        by: 'pdrc',
        origin: written('Art. 19'),
      },
      {
        matter: 'change-proposal',
        title: { zh: '提出变更建议', en: 'Proposal of a change' },
        by: 'competent-unit',
        origin: written('Art. 20'),
      },
    ],
    delegations: [
      {
        matter: 'operation-evaluation',
        to: 'third-party',
        scope: { zh: '受委托的一次评价', en: 'One commissioned evaluation' },
        origin: written('Art. 19'),
      },
    ],
  },
  gradeScales: [annual, operation],
  bans: [
    unusedBan('host-ban', 'host', { zh: '限制单位再次申报', en: 'Ban on the organisation' }),
    unusedBan('director-ban', 'director', { zh: '限制主任再次申报', en: 'Ban on the director' }),
  ],
  quotas: [],
  windows: [],
  tiers: [
    {
      code: 'provincial',
      title: { zh: '省级产业创新中心', en: 'Provincial center' },
      origin: written('Art. 1'),
    },
  ],
  seriesChanges: [
    {
      code: 'promotion-to-national',
      title: { zh: '升格为国家产业创新中心', en: 'Promotion to a national center' },
      kind: 'promotion',
      leavesRegister: false,
      origin: reading('Art. 19'),
    },
  ],
};
