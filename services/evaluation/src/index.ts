import { constructionEvents, evaluationEvents, intakeEvents } from '@iic/contracts';
import type { ServiceDefinition } from '@iic/service-kit';
import { evaluationAccess } from './access-rules.ts';
import { evaluationFindings } from './domain/finding-problems.ts';
import { evaluationProblems } from './domain/problems.ts';
import { EvaluationModule } from './evaluation.module.ts';
import { printProblems } from './http/print-problems.ts';
import { decisionList } from './read-model/decision-list.ts';
import { expertList } from './read-model/expert-list.ts';
import { reviewList } from './read-model/review-list.ts';
import { evaluationTerms } from './terms.ts';

export { decisionActions, decisionActors } from './domain/decision/available-actions.ts';
export { decisionTransitions } from './domain/decision/transitions.ts';
export { reviewActions, reviewActors } from './domain/review/available-actions.ts';
export { reviewTransitions } from './domain/review/transitions.ts';

/** The evaluation service: experts, reviews, every decision of the PDRC, and official documents. */
export const evaluation: ServiceDefinition = {
  name: 'evaluation',
  contracts: evaluationEvents,
  access: evaluationAccess,
  problems: { ...evaluationFindings, ...evaluationProblems, ...printProblems },
  terms: evaluationTerms,
  projections: [expertList, reviewList, decisionList],
  consumes: {
    sources: ['intake', 'construction', 'evaluation'],
    contracts: [...intakeEvents, ...constructionEvents, ...evaluationEvents],
  },
  module: EvaluationModule,
};
