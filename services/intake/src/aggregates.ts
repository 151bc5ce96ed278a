import { createHash } from 'node:crypto';
import type { AccessFacts } from '@iic/access';
import type { PolicyPacks } from '@iic/policy';
import { provinceOf } from '@iic/reference-data';
import type { GuardedAggregate } from '@iic/service-kit';
import { createApplicationAggregate } from './domain/application/application.ts';
import type { ApplicationCommand } from './domain/application/commands.ts';
import type { ApplicationEvent } from './domain/application/events.ts';
import { hashOfManifest, manifestOf } from './domain/application/manifest.ts';
import type { ApplicationCase, ApplicationState } from './domain/application/state.ts';
import type { OrganisationCommand } from './domain/organisation/commands.ts';
import type { OrganisationEvent } from './domain/organisation/events.ts';
import { organisationAggregate } from './domain/organisation/organisation.ts';
import type { OrganisationState } from './domain/organisation/state.ts';
import { areasOf } from './domain/organisation/state.ts';

/** SHA-256 of a text's UTF-8 bytes, hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Applications under the packs of this deployment. Injected by its class. */
export class Applications
  implements GuardedAggregate<ApplicationState, ApplicationCommand, ApplicationEvent>
{
  readonly category: string;
  readonly decider: GuardedAggregate<ApplicationState, ApplicationCommand, ApplicationEvent>['decider'];

  constructor(packs: PolicyPacks) {
    const { category, decider } = createApplicationAggregate({
      packOf: (policy) => packs.getPinned(policy),
      hash: sha256,
    });
    this.category = category;
    this.decider = decider;
  }

  facts(state: ApplicationState): AccessFacts | undefined {
    if (state.status === 'none') return undefined;
    return {
      leadUnit: state.leadUnit.organisation,
      competentUnit: state.competentUnit,
      members: state.content.members.map(({ organisation }) => organisation),
      province: state.province,
      submitted: String(state.versions.length > 0),
      filed: String(state.filed),
      reviewers: 'reviewers' in state ? state.reviewers : [],
    };
  }

  /** hash(M) of the content as it stands. */
  manifestHash(state: ApplicationCase): string {
    return hashOfManifest(manifestOf(state), sha256);
  }
}

/** The register of organisations. */
export const organisations: GuardedAggregate<OrganisationState, OrganisationCommand, OrganisationEvent> = {
  ...organisationAggregate,
  facts: (state) =>
    state.status === 'unknown'
      ? undefined
      : { organisation: state.organisation, province: areasOf(state).map(provinceOf) },
};
