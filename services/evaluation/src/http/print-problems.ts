import type { ProblemCatalogue } from '@iic/event-sourcing';

/** Why a decision cannot be printed, besides what its decider refuses. */
export const printProblems = {
  'decision-not-numbered': {
    kind: 'state',
    zh: '决定 {decisionId} 尚未编号，不能打印。编号自动完成，请稍后再试。',
    en: 'The decision {decisionId} has no number yet, so it cannot be printed. It is numbered automatically; try again shortly.',
  },
} as const satisfies ProblemCatalogue;
