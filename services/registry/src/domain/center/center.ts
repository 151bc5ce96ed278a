import type { Aggregate } from '@iic/event-sourcing';
import type { PolicyPacks } from '@iic/policy';
import type { CenterCommand } from './commands.ts';
import { createDecide } from './decide.ts';
import type { CenterEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { type CenterState, initialState } from './state.ts';

/** The aggregate of a center; its id is the case id, since a case leads to at most one center. */
export type CenterAggregate = Aggregate<CenterState, CenterCommand, CenterEvent>;

/** Makes the aggregate over the rules of the known policy packs. */
export function createCenter(packs: PolicyPacks): CenterAggregate {
  return { category: 'center', decider: { initialState, decide: createDecide(packs), evolve } };
}
