import type { ProblemCatalogue } from '@iic/event-sourcing';

/** Why a decision cannot be printed, besides what its decider refuses. */
export const printProblems = {
  'decision-not-in-force': {
    kind: 'state',
    zh: '该决定现为“{status}”，不再出具正式文书。决定的全过程见时间线。',
    en: 'This decision is {status}; it is no longer printed as a document. Its timeline tells what happened.',
  },
  'decision-not-numbered': {
    kind: 'state',
    zh: '决定 {decisionId} 尚未编号，不能打印。编号自动完成，请稍后再试。',
    en: 'The decision {decisionId} has no number yet, so it cannot be printed. It is numbered automatically; try again shortly.',
  },
} as const satisfies ProblemCatalogue;
