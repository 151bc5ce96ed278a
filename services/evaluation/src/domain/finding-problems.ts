import type { ProblemCatalogue } from '@iic/event-sourcing';

/** Texts of the findings that come with a refusal; none of them refuses by itself. */
export const evaluationFindings = {
  'criterion-below-floor': {
    kind: 'invalid',
    zh: '指标“{criterion}”平均分 {average}，低于规定下限，规则建议结论为“{suggested}”。',
    en: 'The mean of criterion {criterion}, {average}, is below its floor; the rules suggest {suggested}.',
  },
  'conflict-found-after-conclusion': {
    kind: 'invalid',
    zh: '评审结束后发现专家组成员存在利益冲突，仍采用该意见须说明理由。',
    en: 'A conflict of a panel member was found after the review was concluded; state why its opinion is still relied on.',
  },
  'departure-from-panel-opinion': {
    kind: 'invalid',
    zh: '拟办结果与专家组意见不一致，须说明理由。',
    en: 'The outcome departs from the panel’s opinion; state the reason.',
  },
  'recommendation-departs-from-score': {
    kind: 'invalid',
    zh: '平均分 {average}，规则建议结论为“{suggested}”，专家组意见为“{recommendation}”。',
    en: 'With a mean of {average} the rules suggest {suggested}; the panel recommends {recommendation}.',
  },
} as const satisfies ProblemCatalogue;
