import { type ProblemCatalogue, type Refusal, refuse } from '@iic/event-sourcing';
import { decisionProblems } from './decision/problems.ts';
import { expertProblems } from './expert/problems.ts';
import { meritProblems } from './merit-round/problems.ts';
import { documentProblems } from './official-document/problems.ts';
import { reviewProblems } from './review/problems.ts';

const sharedProblems = {
  'role-may-not': {
    kind: 'forbidden',
    zh: '“{role}”角色不能办理此事项。请由以下角色办理：{allowed}。',
    en: 'The role {role} may not do this. Ask one of: {allowed}.',
  },
  'justification-required': {
    kind: 'invalid',
    zh: '所列事项不是指引原文的规定，或与规则不一致。请逐项说明理由后重新提交。',
    en: 'What is listed does not rest on the text of the guideline, or departs from a rule. State a reason for each item and submit again.',
  },
} as const satisfies ProblemCatalogue;

/** Every refusal of evaluation, with what to do about it. */
export const evaluationProblems = {
  ...sharedProblems,
  ...expertProblems,
  ...reviewProblems,
  ...meritProblems,
  ...decisionProblems,
  ...documentProblems,
} as const satisfies ProblemCatalogue;

/** Stable code of a refusal of evaluation. */
export type EvaluationProblem = keyof typeof evaluationProblems;

/** A refusal by evaluation. */
export interface Denial {
  readonly refused: Refusal<EvaluationProblem>;
}

/** Refuses a command with a problem of evaluation's catalogue. */
export function deny(code: EvaluationProblem, details: Omit<Refusal, 'code'> = {}): Denial {
  return refuse<EvaluationProblem>(code, details);
}
