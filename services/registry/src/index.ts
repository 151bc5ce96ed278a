import { constructionEvents, intakeEvents, registryEvents } from '@iic/contracts';
import { readModelProblems } from '@iic/read-models';
import type { ServiceDefinition } from '@iic/service-kit';
import { registryAccess } from './access-rules.ts';
import { registryProblems } from './domain/problems.ts';
import { centerRegister } from './read-model/center-register.ts';
import { RegistryModule } from './registry.module.ts';

/** The registry service: designated centers, their plaques and the public register. */
export const registry: ServiceDefinition = {
  name: 'registry',
  contracts: registryEvents,
  access: registryAccess,
  problems: { ...readModelProblems, ...registryProblems },
  projections: [centerRegister],
  consumes: {
    sources: ['construction', 'intake', 'registry'],
    contracts: [...constructionEvents, ...intakeEvents, ...registryEvents],
  },
  module: RegistryModule,
};
