/** Random histories of commands: no impossible state, replay equals live, every event keeps its contract, sums exact. */
import { constructionEvents } from '@iic/contracts';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { decider, leadUnit } from '../../testing/index.ts';
import { actorOf, type Given, histories, opening } from '../../testing/random-project-commands.ts';
import type { ProjectEvent } from './events.ts';
import { spentBySource } from './progress.ts';
import { initialState, type ProjectState, type ProjectStatus } from './state.ts';
import { projectTransitions } from './transitions.ts';

const schemas = new Map<string, (typeof constructionEvents)[number]['data']>(
  constructionEvents.map((contract) => [contract.type, contract.data]),
);

const told = Object.entries(projectTransitions).flatMap(([from, events]) =>
  Object.entries(events).flatMap(([event, targets]) => targets.map((to: string) => `${from} ${event} ${to}`)),
);

interface Run {
  readonly events: readonly ProjectEvent[];
  /** State before the first event and after each. */
  readonly states: readonly ProjectState[];
}

function run(steps: readonly Given[]): Run {
  const events: ProjectEvent[] = [];
  const states: ProjectState[] = [initialState];
  let state: ProjectState = initialState;
  for (const { step, stranger, now } of steps) {
    const command = step(state);
    const actor = stranger ?? actorOf(command);
    const result = decider.decide(command, state, { actor, now: `${now}T00:00:00.000Z` });
    if ('refused' in result) continue;
    for (const event of result.accepted) {
      state = fold(state, event, events.length);
      events.push(event);
      states.push(state);
    }
  }
  return { events, states };
}

function fold(state: ProjectState, event: ProjectEvent, revision: number): ProjectState {
  const recordedAt = '2029-01-01T00:00:00.000Z';
  return decider.evolve(state, event, {
    id: `event-${revision}`,
    revision,
    recordedAt,
    effectiveAt: event.effectiveAt ?? recordedAt,
    actor: leadUnit,
  });
}

/** Changes of status, `status event status`. */
function movesOf({ events, states }: Run): readonly string[] {
  return events.flatMap(({ type }, index) => {
    const before = states[index]?.status;
    const after = states[index + 1]?.status;
    return before === after ? [] : [`${before} ${type} ${after}`];
  });
}

describe('random histories', () => {
  const property = (check: (run: Run) => void) =>
    fc.assert(
      fc.property(histories, (steps) => check(run([opening, ...steps]))),
      { numRuns: 400 },
    );

  it('move only as the table of transitions says', () => {
    property((played) => expect(told).toEqual(expect.arrayContaining([...movesOf(played)])));
  });

  // A fixed seed, so that getting everywhere is no matter of luck.
  it('make every move of the table', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(histories, (steps) => {
        for (const move of movesOf(run([opening, ...steps]))) seen.add(move);
      }),
      { numRuns: 2_000, seed: 20200527 },
    );
    expect([...seen].sort()).toEqual([...told].sort());
  });

  it('replay to the live state from every prefix', () => {
    property(({ events, states }) => {
      states.forEach((live, length) => {
        const replayed = events.slice(0, length).reduce(fold, initialState);
        expect(replayed).toEqual(live);
      });
    });
  });

  it('survive a round through JSON, as the log stores it', () => {
    property(({ events, states }) => {
      const stored: ProjectEvent[] = JSON.parse(JSON.stringify(events));
      expect(stored.reduce(fold, initialState)).toEqual(states.at(-1));
    });
  });

  it('record only what the contracts declare', () => {
    property(({ events }) => {
      for (const { type, data } of events) {
        const schema = schemas.get(type);
        expect(schema && [...Value.Errors(schema, data)]).toEqual([]);
      }
    });
  });

  it('revoke only after an expired rectification and a decision, and are over after the end', () => {
    property(({ events }) => {
      const types: string[] = events
        .map(({ type }) => type)
        .filter((type) => type !== 'ProjectCompetentUnitReassigned');
      const end = types.findIndex(
        (type) => type === 'FormationApprovalRevoked' || type === 'AcceptancePassed',
      );
      if (end < 0) return;
      expect(types.length).toBe(end + 1);
      if (types[end] === 'AcceptancePassed') return;
      expect(types).toContain('RectificationPeriodExpired');
      expect(types.slice(0, end)).toContain('RevocationDecisionProposed');
    });
  });

  it('number adjustments, rounds and rectifications without gaps, and answer each adjustment once', () => {
    property(({ events }) => {
      const numbers = (type: ProjectEvent['type'], key: string) =>
        events.filter((event) => event.type === type).map(({ data }) => Reflect.get(data, key));
      const upTo = (list: unknown[]) => list.map((_, index) => index + 1);
      const lists = [
        numbers('AdjustmentProposed', 'number'),
        numbers('AcceptanceRequested', 'round'),
        numbers('RectificationOrdered', 'number'),
      ];
      for (const list of lists) expect(list).toEqual(upTo(list));
      const answered = ['AdjustmentApproved', 'AdjustmentDeclined', 'AdjustmentWithdrawn'];
      const answers = events.filter(({ type }) => answered.includes(type)).length;
      expect(numbers('AdjustmentProposed', 'number').length - answers).toBeLessThanOrEqual(1);
    });
  });

  // So no decision on a project becomes void, and none has to be proposed anew under another id.
  it('propose each decision once, and keep its subject until it is taken', () => {
    property(({ events }) => {
      const proposed = events.flatMap((event) =>
        'subjectHash' in event.data && 'decisionId' in event.data ? [event.data.decisionId] : [],
      );
      expect(new Set(proposed).size).toBe(proposed.length);
    });
  });

  it('sum what was spent exactly', () => {
    property(({ events, states }) => {
      const last = states.at(-1);
      if (last === undefined || last.status === 'not-started') return;
      const latest = new Map<string, bigint>();
      for (const event of events) {
        if (event.type !== 'ProgressReported' && event.type !== 'ProgressCorrected') continue;
        const [line] = event.data.spend;
        latest.set(event.data.period, BigInt(line?.amountFen ?? '0'));
      }
      const total = [...latest.values()].reduce((sum, amount) => sum + amount, 0n);
      const sums = spentBySource(last.project);
      expect(sums.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)).toBe(total);
    });
  });

  it('do reach every status', () => {
    const reached = new Set<ProjectStatus>();
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { status } of run([opening, ...steps]).states) {
          reached.add(status);
        }
      }),
      { numRuns: 2_000, seed: 420 },
    );
    expect([...reached].sort()).toEqual(Object.keys(projectTransitions).sort());
  });
});
