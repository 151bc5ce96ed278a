import type { Aggregate } from '@iic/event-sourcing';
import type { ExpertCommand } from './commands.ts';
import { decideExpert } from './decide.ts';
import type { ExpertEvent } from './events.ts';
import { evolveExpert } from './evolve.ts';
import type { ExpertState } from './state.ts';

/** An entry of the expert register; streams `expert-<id>`. */
export const expertAggregate: Aggregate<ExpertState, ExpertCommand, ExpertEvent> = {
  category: 'expert',
  decider: { initialState: { status: 'unknown' }, decide: decideExpert, evolve: evolveExpert },
};
