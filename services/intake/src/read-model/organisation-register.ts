import { dayOf } from '@iic/policy';
import { ServiceRuntime } from '@iic/service-kit';
import { Injectable } from '@nestjs/common';
import { organisations } from '../aggregates.ts';
import type { Ancestry } from '../domain/application/commands.ts';
import type { LeadUnit } from '../domain/application/state.ts';
import type { OrganisationProfile } from '../domain/organisation/commands.ts';
import { profileAsOf } from '../domain/organisation/state.ts';

/** Parents deeper than this are taken for a mistake in the register. */
const deepest = 20;

/** What the register says now, read from its streams and therefore never behind. */
@Injectable()
export class OrganisationRegister {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** The entry of an organisation today; `undefined` for one that is not registered. */
  async find(organisation: string): Promise<OrganisationProfile | undefined> {
    const { state } = await this.runtime.handler.load(organisations, organisation);
    return state.status === 'unknown' ? undefined : profileAsOf(state, dayOf(this.runtime.host.clock.now()));
  }

  /** The entry as an application takes it over. */
  async findLeadUnit(organisation: string): Promise<LeadUnit | undefined> {
    const profile = await this.find(organisation);
    return profile && { organisation, uscc: profile.uscc, name: profile.name, area: profile.area };
  }

  /** Everything above an organisation, as far as the register knows. */
  async ancestry(organisation: string): Promise<Ancestry> {
    const ancestors: string[] = [];
    let current = organisation;
    while (ancestors.length < deepest) {
      const profile = await this.find(current);
      if (profile === undefined || !profile.parentKnown) return { ancestors, complete: false };
      const { parent } = profile;
      if (parent === null) return { ancestors, complete: true };
      if (ancestors.includes(parent)) return { ancestors, complete: false };
      ancestors.push(parent);
      current = parent;
    }
    return { ancestors, complete: false };
  }

  /** Whether an organisation is, was or is to be in the register under a USCC. */
  async bears(organisation: string, uscc: string): Promise<boolean> {
    const { state } = await this.runtime.handler.load(organisations, organisation);
    if (state.status === 'unknown') return false;
    return [state.first, ...state.changes.map(({ changes }) => changes)].some(
      (profile) => profile.uscc === uscc,
    );
  }

  /** Whether a competent unit is in the register; the unit an entry is made for counts as its own. */
  async knowsCompetentUnit(competentUnit: string | null, organisation: string): Promise<boolean> {
    if (competentUnit === null || competentUnit === organisation) return true;
    return this.knows(competentUnit);
  }

  /** Whether an organisation is in the register. */
  async knows(organisation: string): Promise<boolean> {
    return (await this.find(organisation)) !== undefined;
  }
}
