import type { Aggregate } from '@iic/event-sourcing';
import type { ApplicationCommand } from './commands.ts';
import { type ApplicationDependencies, createApplicationDecision } from './decide.ts';
import { applicationCategory } from './decision-proposal.ts';
import type { ApplicationEvent } from './events.ts';
import { evolveApplication } from './evolve.ts';
import type { ApplicationState } from './state.ts';

/** The application of a case under the rules it was drafted by; streams `application-<caseId>`. */
export function createApplicationAggregate(
  dependencies: ApplicationDependencies,
): Aggregate<ApplicationState, ApplicationCommand, ApplicationEvent> {
  return {
    category: applicationCategory,
    decider: {
      initialState: { status: 'none' },
      decide: createApplicationDecision(dependencies),
      evolve: evolveApplication,
    },
  };
}
