import assert from 'node:assert/strict';
import type { Actor } from '../actor.ts';
import type { Decider, DomainEvent } from '../decider.ts';

const someone: Actor = { subject: 'sub-1', organisation: 'org-1', role: 'lead-unit', jurisdiction: '220000' };
const instant = '2026-03-02T01:00:00.000Z';

/** When and by whom a specified command is decided. */
export interface SpecContext {
  readonly now?: string;
  readonly actor?: Actor;
}

/** Given–when–then over a decider; every field of every event is compared. */
export function deciderSpec<State, Command, Event extends DomainEvent<string, unknown>>(
  decider: Decider<State, Command, Event>,
) {
  function stateAfter(history: readonly Event[], actor: Actor): State {
    return history.reduce(
      (state, event, revision) =>
        decider.evolve(state, event, {
          id: `event-${revision}`,
          revision,
          recordedAt: instant,
          effectiveAt: event.effectiveAt ?? instant,
          actor,
        }),
      decider.initialState,
    );
  }
  return {
    given(...history: readonly Event[]) {
      return {
        when(command: Command, context: SpecContext = {}) {
          const actor = context.actor ?? someone;
          const result = decider.decide(command, stateAfter(history, someone), {
            now: context.now ?? instant,
            actor,
          });
          return {
            result,
            records(...expected: readonly Event[]): void {
              assert.deepEqual(result, { accepted: expected });
            },
            refuses(code: string): void {
              assert.ok('refused' in result, `expected refusal ${code}, got events`);
              assert.equal(result.refused.code, code);
            },
          };
        },
        state: () => stateAfter(history, someone),
      };
    },
  };
}
