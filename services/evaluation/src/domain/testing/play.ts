import type { Actor, Decider, DomainEvent } from '@iic/event-sourcing';

/** An instant every played history is decided and recorded at. */
export const playedAt = '2026-03-02T01:00:00.000Z';

/** One command and who gives it. */
export type Step<Command> = readonly [Command, Actor];

/** Decides commands one after the other; throws where one is refused. */
export function play<State, Command, Event extends DomainEvent<string, unknown>>(
  decider: Decider<State, Command, Event>,
  history: readonly Event[],
  ...steps: readonly Step<Command>[]
): readonly Event[] {
  const events = [...history];
  for (const [command, actor] of steps) {
    const result = decider.decide(command, stateAfter(decider, events), { now: playedAt, actor });
    if ('refused' in result) throw new Error(`${result.refused.code} refuses ${JSON.stringify(command)}`);
    events.push(...result.accepted);
  }
  return events;
}

/** The state a history leads to. */
export function stateAfter<State, Command, Event extends DomainEvent<string, unknown>>(
  decider: Decider<State, Command, Event>,
  history: readonly Event[],
): State {
  const actor: Actor = { subject: 'player', organisation: 'none', role: 'none', jurisdiction: '220000' };
  return history.reduce(
    (state, event, revision) =>
      decider.evolve(state, event, {
        id: `event-${revision}`,
        revision,
        recordedAt: playedAt,
        effectiveAt: event.effectiveAt ?? playedAt,
        actor,
      }),
    decider.initialState,
  );
}
