import type { Aggregate } from '@iic/event-sourcing';
import type { PolicyPacks } from '@iic/policy';
import type { CenterCommand } from './commands.ts';
import { createDecide } from './decide.ts';
import type { CenterEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { latestFacts } from './facts.ts';
import { type CenterState, initialState } from './state.ts';

/** The aggregate of a center; its id is the case id, since a case leads to at most one center. */
export interface CenterAggregate extends Aggregate<CenterState, CenterCommand, CenterEvent> {
  /** Facts for access rules; undefined for a center that does not exist. */
  facts(state: CenterState): Readonly<Record<string, string>> | undefined;
}

/** Who is on a center, and where it belongs. */
export function centerFacts(state: CenterState): Readonly<Record<string, string>> | undefined {
  if (state.status === 'not-designated') return undefined;
  const { leadUnit, competentUnit } = latestFacts(state.center.statements);
  return { leadUnit, competentUnit, province: state.center.province };
}

/** Makes the aggregate over the rules of the known policy packs. */
export function createCenter(packs: PolicyPacks): CenterAggregate {
  return {
    category: 'center',
    decider: { initialState, decide: createDecide(packs), evolve },
    facts: centerFacts,
  };
}
