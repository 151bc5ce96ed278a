import type { ProblemCatalogue } from '@iic/event-sourcing';

export const meritProblems = {
  'ranking-empty': {
    kind: 'invalid',
    zh: '排序至少须有一个案件。请列出参评案件。',
    en: 'A ranking needs at least one case. List the cases.',
  },
  'ranking-review-open': {
    kind: 'state',
    zh: '评审 {reviewId} 不存在或尚未结束，不能参加排序。请在评审结束后排序。',
    en: 'The review {reviewId} does not exist or is not concluded. Rank its case once it is.',
  },
  'ranking-repeats': {
    kind: 'invalid',
    zh: '案件 {caseId} 出现了不止一次。每个案件只列一次。',
    en: 'The case {caseId} is listed more than once. List every case once.',
  },
  'ranking-gaps': {
    kind: 'invalid',
    zh: '名次须为 1 至 {count}，各用一次，不得并列或跳号。',
    en: 'The ranks must be 1 to {count}, each once, without ties or gaps.',
  },
  'ranking-kind-differs': {
    kind: 'conflict',
    zh: '该轮次排序的是“{kind}”类案件。请为其他类别另设轮次。',
    en: 'This round ranks cases of kind “{kind}”. Use another round for other kinds.',
  },
} as const satisfies ProblemCatalogue;
