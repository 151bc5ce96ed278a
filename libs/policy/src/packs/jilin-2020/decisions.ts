import type { DecisionKindRules, DecisionOutcome } from '../../schema/decision.ts';
import type { Origin } from '../../schema/parameter.ts';
import { ours, reading, written } from './origins.ts';

type Title = DecisionOutcome['title'];

function approvers(value: number): DecisionKindRules['minimumApprovers'] {
  return { value, unit: 'persons', inclusive: true, origin: ours, strength: 'hard' };
}

const handlerApart: DecisionKindRules['handlerApart'] = {
  value: true,
  unit: 'switch',
  origin: ours,
  strength: 'hard',
};

function merit(value: boolean, origin: Origin): DecisionKindRules['merit'] {
  return { value, unit: 'switch', origin, strength: 'advisory' };
}

const alone = merit(false, ours);

function outcome(
  code: string,
  title: Title,
  origin: Origin,
  rest: Partial<Pick<DecisionOutcome, 'conditions' | 'follows' | 'reliesOn'>> = {},
): DecisionOutcome {
  return { code, title, origin, conditions: [], follows: null, reliesOn: [], ...rest };
}

/** Kinds of PDRC decision with what each may say. */
export const decisionKinds: readonly DecisionKindRules[] = [
  {
    code: 'formation',
    title: { zh: '批复组建方案', en: 'Decision on a formation plan' },
    article: 'Art. 15',
    decidedBy: 'pdrc',
    reviewKind: 'formation',
    minimumApprovers: approvers(2),
    handlerApart,
    merit: merit(true, written('Art. 15')),
    outcomes: [
      outcome('approved', { zh: '同意组建', en: 'Approved' }, written('Art. 15'), {
        follows: ['favourable'],
      }),
      outcome('declined', { zh: '不予批复', en: 'Declined' }, written('Art. 15'), {
        follows: ['unfavourable'],
      }),
    ],
  },
  {
    code: 'adjustment',
    title: { zh: '审核组建计划调整', en: 'Decision on an adjustment of the plan' },
    article: 'Art. 16',
    decidedBy: 'pdrc',
    reviewKind: null,
    minimumApprovers: approvers(1),
    handlerApart,
    merit: alone,
    outcomes: [
      outcome('approved', { zh: '同意调整', en: 'Approved' }, written('Art. 16')),
      outcome('declined', { zh: '不同意调整', en: 'Declined' }, written('Art. 16')),
    ],
  },
  {
    code: 'acceptance',
    title: { zh: '验收决定', en: 'Decision on acceptance' },
    article: 'Art. 17',
    decidedBy: 'pdrc',
    reviewKind: 'acceptance',
    minimumApprovers: approvers(2),
    handlerApart,
    merit: alone,
    outcomes: [
      outcome('accepted', { zh: '验收合格，正式核定', en: 'Accepted' }, written('Art. 17'), {
        follows: ['favourable'],
      }),
      outcome('rectification', { zh: '限期改进', en: 'Rectification within a period' }, written('Art. 17'), {
        conditions: ['rectificationMonths'],
        follows: ['unfavourable'],
      }),
      outcome(
        'not-accepted',
        { zh: '再次验收不合格，不另行限期', en: 'Not accepted again, no further period' },
        reading('Art. 17'),
        { follows: ['unfavourable'] },
      ),
    ],
  },
  {
    code: 'formation-revocation',
    title: { zh: '撤销组建批复', en: 'Decision on revoking a formation approval' },
    article: 'Art. 17',
    decidedBy: 'pdrc',
    reviewKind: null,
    minimumApprovers: approvers(2),
    handlerApart,
    merit: alone,
    outcomes: [
      outcome('revoked', { zh: '撤销组建批复', en: 'Approval revoked' }, written('Art. 17')),
      outcome('rectification', { zh: '再次限期改进', en: 'Another period' }, reading('Art. 17'), {
        conditions: ['rectificationMonths'],
      }),
    ],
  },
  {
    code: 'operation',
    title: { zh: '运行评价后的动态调整', en: 'Adjustment after an operation evaluation' },
    article: 'Art. 19',
    decidedBy: 'pdrc',
    reviewKind: 'operation',
    minimumApprovers: approvers(2),
    handlerApart,
    merit: merit(true, written('Art. 19')),
    outcomes: [
      outcome('supported', { zh: '给予项目支持', en: 'Project support' }, written('Art. 19'), {
        follows: ['excellent'],
      }),
      outcome('continued', { zh: '继续运行', en: 'Continued' }, reading('Art. 19'), {
        follows: ['excellent', 'good'],
      }),
      outcome('warned', { zh: '警示', en: 'Warned' }, reading('Art. 19'), {
        follows: ['basically-qualified'],
      }),
      outcome('rectification', { zh: '限期整改', en: 'Rectification within a period' }, reading('Art. 19'), {
        conditions: ['rectificationMonths'],
        follows: ['unqualified'],
        reliesOn: ['operationRectificationPeriod'],
      }),
      outcome('designation-revoked', { zh: '撤销资格', en: 'Designation revoked' }, reading('Art. 19'), {
        follows: ['unqualified'],
      }),
    ],
  },
  {
    code: 'center-change',
    title: { zh: '审核更名、牵头单位变更、功能和任务重大调整', en: 'Decision on a change of a center' },
    article: 'Art. 20',
    decidedBy: 'pdrc',
    reviewKind: null,
    minimumApprovers: approvers(1),
    handlerApart,
    merit: alone,
    outcomes: [
      outcome('approved', { zh: '同意变更', en: 'Approved' }, written('Art. 20')),
      outcome('declined', { zh: '不同意变更', en: 'Declined' }, written('Art. 20')),
    ],
  },
];
