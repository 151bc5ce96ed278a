import { attachmentProblems } from '@iic/attachments';
import { constructionEvents, evaluationEvents, intakeEvents } from '@iic/contracts';
import { documentProblems } from '@iic/documents';
import type { ServiceDefinition } from '@iic/service-kit';
import { intakeAccess } from './access-rules.ts';
import { intakeProblems } from './domain/problems.ts';
import { IntakeModule } from './intake.module.ts';
import { caseList } from './read-model/case-list.ts';
import { organisationList } from './read-model/organisation-list.ts';
import { intakeTerms } from './terms.ts';

export { actionsByStatus, expectedAction, partyOf } from './domain/application/available-actions.ts';
export { applicationTransitions } from './domain/application/transitions.ts';

/** The intake service: the register of organisations, and applications from draft to decision. */
export const intake: ServiceDefinition = {
  name: 'intake',
  contracts: intakeEvents,
  access: intakeAccess,
  problems: { ...attachmentProblems, ...documentProblems, ...intakeProblems },
  terms: intakeTerms,
  projections: [caseList, organisationList],
  consumes: {
    sources: ['evaluation', 'construction', 'intake'],
    contracts: [...evaluationEvents, ...constructionEvents, ...intakeEvents],
  },
  module: IntakeModule,
};
