import type { Aggregate } from '@iic/event-sourcing';
import type { OrganisationCommand } from './commands.ts';
import { decideOrganisation } from './decide.ts';
import type { OrganisationEvent } from './events.ts';
import { evolveOrganisation } from './evolve.ts';
import type { OrganisationState } from './state.ts';

/** The register entry of an organisation; streams `organisation-<id>`. */
export const organisationAggregate: Aggregate<OrganisationState, OrganisationCommand, OrganisationEvent> = {
  category: 'organisation',
  decider: {
    initialState: { status: 'unknown' },
    decide: decideOrganisation,
    evolve: evolveOrganisation,
  },
};
