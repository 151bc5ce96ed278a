import type { Origin } from '../../schema/parameter.ts';
import type { PanelRules, ReviewKind, ReviewStep, ScoreCriterion } from '../../schema/review.ts';
import { ours, reading, written } from './origins.ts';

const advisory = { origin: ours, strength: 'advisory' } as const;
const ruled = { origin: ours, strength: 'needs-justification' } as const;

function step(
  code: string,
  title: { readonly zh: string; readonly en: string },
  origin: Origin | null,
): ReviewStep {
  const standing = origin === null ? advisory : ({ origin, strength: 'hard' } as const);
  return { code, title, required: origin !== null, standing, due: null };
}

function panelStep(origin: Origin): ReviewStep {
  return step('panel', { zh: '组成评审组', en: 'Panel composed' }, origin);
}

function siteVisit(origin: Origin | null): ReviewStep {
  return step('site-visit', { zh: '实地考察', en: 'Site visit' }, origin);
}

const publicNotice = step('public-notice', { zh: '公示', en: 'Public notice' }, null);

/** Nobody judges a case of their own: how we read "open, fair and just" (公开、公正、公平). */
const conflicts: PanelRules['conflicts'] = [
  { code: 'employer', title: { zh: '供职单位为组建单位', en: 'Employed by a member' } },
  { code: 'employer-parent', title: { zh: '供职单位的上级为组建单位', en: 'Employer belongs to a member' } },
  {
    code: 'consortium-parent',
    title: { zh: '供职单位为组建单位的上级或同属一家', en: 'Employer is a member’s parent, or shares it' },
  },
  { code: 'declared-tie', title: { zh: '申报的利益关系', en: 'Declared tie' } },
  { code: 'competent-unit', title: { zh: '供职于推荐的主管单位', en: 'Employed by the competent unit' } },
].map((rule) => ({ ...rule, standing: { origin: reading('Art. 15'), strength: 'hard' } }));

const panel: PanelRules = {
  size: { value: 7, unit: 'persons', ...advisory },
  minimumSize: { value: 5, unit: 'persons', inclusive: true, ...ruled },
  oddSize: { value: true, unit: 'switch', ...ruled },
  shares: [
    {
      qualification: 'external',
      share: { value: { numerator: 2, denominator: 3 }, unit: 'share', inclusive: true, ...ruled },
    },
  ],
  seats: [{ qualification: 'finance', count: { value: 1, unit: 'persons', inclusive: true, ...ruled } }],
  conflicts,
};

const allSheets = {
  value: { numerator: 1, denominator: 1 },
  unit: 'share',
  inclusive: true,
  ...ruled,
} as const;

function points(value: number) {
  return { value, unit: 'points', inclusive: true, ...advisory } as const;
}

function condition(number: number, code: string, zh: string, en: string): ScoreCriterion {
  return { code, title: { zh, en }, maximum: 20, origin: reading(`Art. 14(${number})`) };
}

const formation: ReviewKind = {
  code: 'formation',
  title: { zh: '组建方案论证评审', en: 'Review of a formation plan' },
  article: 'Art. 15',
  decisionKind: 'formation',
  steps: [
    panelStep(written('Art. 15')),
    siteVisit(written('Art. 15')),
    step('argument', { zh: '可行性论证', en: 'Feasibility argument' }, written('Art. 15')),
    step('opinion', { zh: '专家论证评审意见', en: 'Panel opinion' }, written('Art. 15')),
    publicNotice,
  ],
  panel,
  scoresheet: {
    criteria: [
      condition(1, 'clear-goals', '目标定位明确', 'Clear goals'),
      condition(2, 'good-foundations', '基础条件良好', 'Good foundations'),
      condition(3, 'outstanding-scale', '规模优势突出', 'Outstanding scale'),
      condition(4, 'clear-organisation', '组织体系清晰', 'Clear organisation'),
      condition(5, 'sound-mechanisms', '运行机制健全', 'Sound mechanisms'),
    ],
    bands: [
      { from: points(60), conclusion: 'favourable' },
      { from: points(0), conclusion: 'unfavourable' },
    ],
    quorum: allSheets,
    stageWeights: [],
  },
  conclusions: [
    {
      code: 'favourable',
      title: { zh: '建议批复', en: 'Approval recommended' },
      proposes: 'approved',
      origin: reading('Art. 15'),
    },
    {
      code: 'unfavourable',
      title: { zh: '不建议批复', en: 'Approval not recommended' },
      proposes: 'declined',
      origin: reading('Art. 15'),
    },
  ],
};

const acceptance: ReviewKind = {
  code: 'acceptance',
  title: { zh: '组建任务验收', en: 'Acceptance of a completed construction' },
  article: 'Art. 17',
  decisionKind: 'acceptance',
  steps: [
    panelStep(written('Art. 17')),
    siteVisit(null),
    step('argument', { zh: '验收评议', en: 'Acceptance session' }, reading('Art. 17')),
    step('opinion', { zh: '验收意见', en: 'Acceptance opinion' }, reading('Art. 17')),
    publicNotice,
  ],
  panel: {
    ...panel,
    seats: [
      ...panel.seats,
      {
        qualification: 'administrator',
        count: {
          value: 1,
          unit: 'persons',
          inclusive: true,
          origin: written('Art. 17'),
          strength: 'hard',
          note: { zh: '“有关管理人员和专家”。', en: '"Administrators and experts".' },
        },
      },
    ],
  },
  scoresheet: null,
  conclusions: [
    {
      code: 'favourable',
      title: { zh: '验收合格', en: 'Passed' },
      proposes: 'accepted',
      origin: written('Art. 17'),
    },
    {
      code: 'unfavourable',
      title: { zh: '验收不合格', en: 'Not passed' },
      proposes: 'rectification',
      origin: written('Art. 17'),
    },
  ],
};

const operation: ReviewKind = {
  code: 'operation',
  title: { zh: '运行评价', en: 'Operation evaluation' },
  article: 'Art. 19',
  decisionKind: 'operation',
  steps: [
    panelStep(reading('Art. 19')),
    siteVisit(null),
    step('argument', { zh: '综合评议', en: 'Evaluation session' }, reading('Art. 19')),
    step('opinion', { zh: '评价意见', en: 'Evaluation opinion' }, reading('Art. 19')),
    publicNotice,
  ],
  panel,
  scoresheet: {
    criteria: [
      { code: 'capability', title: { zh: '实力与能力', en: 'Strength' }, maximum: 35, origin: ours },
      {
        code: 'output',
        title: { zh: '产出与贡献', en: 'Output and contribution' },
        maximum: 45,
        origin: ours,
      },
      { code: 'system', title: { zh: '体制与规划', en: 'System and planning' }, maximum: 20, origin: ours },
    ],
    bands: [
      { from: points(90), conclusion: 'excellent' },
      { from: points(65), conclusion: 'good' },
      { from: points(60), conclusion: 'basically-qualified' },
      { from: points(0), conclusion: 'unqualified' },
    ],
    quorum: allSheets,
    stageWeights: [],
  },
  conclusions: [
    { code: 'excellent', title: { zh: '优秀', en: 'Excellent' }, proposes: 'supported', origin: ours },
    { code: 'good', title: { zh: '良好', en: 'Good' }, proposes: 'continued', origin: ours },
    {
      code: 'basically-qualified',
      title: { zh: '基本合格', en: 'Basically qualified' },
      proposes: 'warned',
      origin: ours,
    },
    {
      code: 'unqualified',
      title: { zh: '不合格', en: 'Unqualified' },
      proposes: 'rectification',
      origin: ours,
    },
  ],
};

/** Kinds of review the guideline knows; how panels are composed and what is scored is our default. */
export const reviewKinds: readonly ReviewKind[] = [formation, acceptance, operation];
