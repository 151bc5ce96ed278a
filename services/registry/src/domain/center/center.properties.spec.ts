/** Random commands: every event keeps its contract, replay equals live, the plaque only moves forwards. */
import { registryEvents } from '@iic/contracts';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { correction, decider, designation, handler } from '../../testing/center-fixtures.ts';
import type { CenterCommand } from './commands.ts';
import type { CenterEvent } from './events.ts';
import { type CenterState, initialState, type PlaqueStatus } from './state.ts';

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2028-02-${String(date).padStart(2, '0')}`);

const commands: fc.Arbitrary<CenterCommand[]> = fc.array(
  fc.oneof(
    fc.constant<CenterCommand>({ type: 'DesignateCenter', designation }),
    fc.integer({ min: 1, max: 2 }).map((serial) => ({ type: 'NumberPlaque', year: 2028, serial }) as const),
    day.map((awardedOn) => ({ type: 'AwardPlaque', awardedOn }) as const),
    fc
      .record({ effectiveDate: day, area: fc.constantFrom('220100', '220200') })
      .map(({ effectiveDate, area }) => ({ ...correction, facts: { area }, effectiveDate })),
    fc
      .record({ effectiveDate: day, competentUnit: fc.constantFrom('org-drc', 'org-other') })
      .map((change) => ({ type: 'ReassignCompetentUnit', ...change }) as const),
  ),
  { maxLength: 30 },
);

const order: readonly PlaqueStatus[] = ['unnumbered', 'numbered', 'awarded'];

function fold(state: CenterState, event: CenterEvent, revision: number): CenterState {
  const recordedAt = '2028-03-01T00:00:00.000Z';
  return decider.evolve(state, event, {
    id: `event-${revision}`,
    revision,
    recordedAt,
    effectiveAt: event.effectiveAt ?? recordedAt,
    actor: handler,
  });
}

function run(list: readonly CenterCommand[]) {
  const events: CenterEvent[] = [];
  const states: CenterState[] = [initialState];
  for (const command of list) {
    const state = states.at(-1) ?? initialState;
    const result = decider.decide(command, state, { actor: handler, now: '2028-02-20T00:00:00.000Z' });
    if ('refused' in result) continue;
    for (const event of result.accepted) {
      states.push(fold(states.at(-1) ?? initialState, event, events.length));
      events.push(event);
    }
  }
  return { events, states };
}

describe('random histories of a center', () => {
  it('keep contracts, replay to the live state and move the plaque forwards only', () => {
    fc.assert(
      fc.property(commands, (list) => {
        const { events, states } = run(list);
        for (const { type, data } of events) {
          const contract = registryEvents.find((declared) => declared.type === type);
          expect(contract && [...Value.Errors(contract.data, data)]).toEqual([]);
        }
        states.forEach((state, length) => {
          expect(events.slice(0, length).reduce(fold, initialState)).toEqual(state);
        });
        const plaques = states.flatMap((state) =>
          state.status === 'not-designated' ? [] : [order.indexOf(state.center.plaque.status)],
        );
        expect(plaques).toEqual([...plaques].sort());
      }),
      { numRuns: 500 },
    );
  });
});
