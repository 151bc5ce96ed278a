import {
  AcceptancePassed,
  CenterCorrected,
  CenterDesignated,
  ProjectCompetentUnitReassigned,
  registryEvents,
} from '@iic/contracts';
import type { ServiceDefinition } from '@iic/service-kit';
import { registryAccess } from './access-rules.ts';
import { registryProblems } from './domain/problems.ts';
import { centerList } from './read-model/center-list.ts';
import { centerRegister } from './read-model/center-register.ts';
import { RegistryModule } from './registry.module.ts';

export { actors as centerActors, availableActs as centerActs } from './domain/center/available-acts.ts';
export { centerTransitions } from './domain/center/transitions.ts';

/** The registry service: designated centers, their names and plaques, and the public register. */
export const registry: ServiceDefinition = {
  name: 'registry',
  contracts: registryEvents,
  access: registryAccess,
  problems: registryProblems,
  projections: [centerRegister, centerList],
  consumes: {
    sources: ['construction', 'registry'],
    contracts: [AcceptancePassed, ProjectCompetentUnitReassigned, CenterDesignated, CenterCorrected],
  },
  module: RegistryModule,
};
