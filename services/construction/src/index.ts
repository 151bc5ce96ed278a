import { constructionEvents } from '@iic/contracts';
import type { ServiceDefinition } from '@iic/service-kit';
import { constructionAccess } from './access-rules.ts';
import { ConstructionModule } from './construction.module.ts';
import { constructionProblems } from './domain/problems.ts';
import { consumedContracts } from './messaging/case-messages.ts';
import { projectDeadlines } from './messaging/project-deadlines.ts';
import { projectList } from './read-model/project-list.ts';
import { constructionTerms } from './terms.ts';

export { actors as projectActors, availableActs as projectActs } from './domain/project/available-acts.ts';
export { projectTransitions } from './domain/project/transitions.ts';

/** The construction service: from the approval of a formation plan to acceptance or revocation. */
export const construction: ServiceDefinition = {
  name: 'construction',
  contracts: constructionEvents,
  access: constructionAccess,
  problems: constructionProblems,
  terms: constructionTerms,
  projections: [projectList],
  consumes: { sources: ['intake', 'evaluation'], contracts: consumedContracts },
  module: ConstructionModule,
  deadlines: projectDeadlines,
};
