import { evaluationEvents } from '@iic/contracts';
import type { Actor, Decider, DomainEvent } from '@iic/event-sourcing';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { playedAt, stateAfter } from './play.ts';

/** Random numbers that one step is made of. */
export interface Chance {
  readonly action: number;
  readonly person: number;
  readonly choice: number;
  /** Once in a while anything is tried, not only what the status allows. */
  readonly wild: boolean;
}

/** Sequences of random steps. */
export function chances(maxLength: number): fc.Arbitrary<readonly Chance[]> {
  const step = fc.record({
    action: fc.nat(1_000),
    person: fc.nat(1_000),
    choice: fc.nat(1_000),
    wild: fc.nat(19).map((number) => number === 0),
  });
  return fc.array(step, { minLength: maxLength / 2, maxLength, size: 'max' });
}

/** The entry a random number stands for. */
export function pick<Entry>(entries: readonly Entry[], number: number): Entry {
  const entry = entries[number % entries.length];
  if (entry === undefined) throw new Error('Nothing to pick from.');
  return entry;
}

/** A state with the events that led to it. */
export interface Moment<State, Event> {
  readonly state: State;
  readonly history: readonly Event[];
}

/** Runs random steps, ignoring refusals, and calls the check after every event. */
export function run<State, Command, Event extends DomainEvent<string, unknown>>(
  decider: Decider<State, Command, Event>,
  steps: readonly Chance[],
  commandFor: (state: State, chance: Chance) => readonly [Command, Actor],
  check: (moment: Moment<State, Event>) => void,
): Moment<State, Event> {
  let state = decider.initialState;
  const history: Event[] = [];
  for (const chance of steps) {
    const [command, actor] = commandFor(state, chance);
    const result = decider.decide(command, state, { now: playedAt, actor });
    if ('refused' in result) continue;
    for (const event of result.accepted) {
      const meta = { id: `event-${history.length}`, recordedAt: playedAt, effectiveAt: playedAt, actor };
      state = decider.evolve(state, event, { ...meta, revision: history.length });
      history.push(event);
      check({ state, history });
    }
  }
  return { state, history };
}

/** Replays what was stored, and every prefix of it, to the states that were reached live. */
export function expectReplayable<State, Command, Event extends DomainEvent<string, unknown>>(
  decider: Decider<State, Command, Event>,
  history: readonly Event[],
  lives: readonly State[],
): void {
  const stored: readonly Event[] = history.map(({ personal: _, ...event }) =>
    JSON.parse(JSON.stringify(event)),
  );
  for (let length = 1; length <= stored.length; length += 1)
    expect(stateAfter(decider, stored.slice(0, length))).toEqual(lives[length - 1]);
}

/** Every event is what its contract says. */
export function expectContracted(history: readonly DomainEvent<string, unknown>[]): void {
  for (const event of history) {
    const contract = evaluationEvents.find(({ type }) => type === event.type);
    if (contract === undefined) throw new Error(`No contract for ${event.type}.`);
    expect({ type: event.type, sound: Check(contract.data, event.data) }).toEqual({
      type: event.type,
      sound: true,
    });
  }
}

/** A table of transitions as lines `status event status`. */
export function movesTold(
  table: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): readonly string[] {
  return Object.entries(table).flatMap(([from, events]) =>
    Object.entries(events).flatMap(([event, targets]) => targets.map((to) => `${from} ${event} ${to}`)),
  );
}

/** The changes of status in a history, as lines `status event status`; `lives` are the states after each event. */
export function movesMade(
  initial: string,
  lives: readonly { readonly status: string }[],
  history: readonly { readonly type: string }[],
): readonly string[] {
  return lives.flatMap(({ status }, index) => {
    const before = lives[index - 1]?.status ?? initial;
    return before === status ? [] : [`${before} ${history[index]?.type} ${status}`];
  });
}
