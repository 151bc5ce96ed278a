import type { Aggregate } from '@iic/event-sourcing';
import type { RulesOf } from '../rules.ts';
import type { DecisionCommand } from './commands.ts';
import { createDecisionDecide } from './decide.ts';
import type { DecisionEvent } from './events.ts';
import { evolveDecision } from './evolve.ts';
import type { DecisionState } from './state.ts';

/** A decision of the PDRC of any kind; streams `decision-<id>`. */
export function decisionAggregate(
  rulesOf: RulesOf,
): Aggregate<DecisionState, DecisionCommand, DecisionEvent> {
  return {
    category: 'decision',
    decider: {
      initialState: { status: 'none' },
      decide: createDecisionDecide(rulesOf),
      evolve: evolveDecision,
    },
  };
}
