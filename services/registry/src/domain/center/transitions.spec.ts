/** The table of transitions says what the facts of a center do. */
import { awarded, corrected, designated, numbered } from '../../testing/center-fixtures.ts';
import { evolve } from './evolve.ts';
import { type CenterState, initialState } from './state.ts';
import { centerTransitions } from './transitions.ts';

const standingOf = (state: CenterState) =>
  state.status === 'not-designated' ? state.status : state.center.plaque.status;

describe('transitions of a center', () => {
  it('are those of the table', () => {
    const made: string[] = [];
    let state = initialState;
    for (const event of [designated, corrected({ field: 'biotechnology' }), numbered, awarded]) {
      const next = evolve(state, event);
      if (standingOf(next) !== standingOf(state)) {
        made.push(`${standingOf(state)} ${event.type} ${standingOf(next)}`);
      }
      state = next;
    }
    const told = Object.entries(centerTransitions).flatMap(([from, events]) =>
      Object.entries(events).flatMap(([event, targets]) =>
        targets.map((to: string) => `${from} ${event} ${to}`),
      ),
    );
    expect(made).toEqual(told);
  });
});
