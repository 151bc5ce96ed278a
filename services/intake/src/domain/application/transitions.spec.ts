/** The table of transitions says what the decider does: nothing more, nothing less. */
import {
  attempt,
  commit,
  lead,
  type Played,
  play,
  replayed,
  untouched,
} from '../../testing/case-fixtures.ts';
import {
  actorFor,
  decisionTaken,
  exampleCommands,
  histories,
  ready,
  reviewId,
} from '../../testing/case-histories.ts';
import { actionOf, partyOf } from './available-actions.ts';
import type { ApplicationCommand } from './commands.ts';
import { applicationTransitions } from './transitions.ts';

const now = '2026-04-01T01:00:00.000Z';
const withdrawing = { type: 'RequestWithdrawal', reason: '资金变化' } as const;
const starts: readonly Played[] = [
  untouched,
  ...Object.values(histories),
  ready,
  commit(play(histories.returned, lead, exampleCommands.WriteChapters)),
  commit(play(histories['in-revision'], lead, exampleCommands.WriteChapters)),
  play(histories.accepted, lead, withdrawing),
  play(histories['under-review'], lead, withdrawing),
];
const commands: readonly ApplicationCommand[] = [
  ...Object.values(exampleCommands),
  { ...decisionTaken, outcome: 'declined' },
  { type: 'RecordReviewWithdrawn', reviewId, basis: 'applicant', reason: '申报单位撤回' },
];

/** Moves of one command, `status event status`, for each of its events that changes the status. */
function movesOf(start: Played, command: ApplicationCommand): readonly string[] {
  const actor = actorFor[partyOf[actionOf[command.type]]];
  const { events } = attempt(start, command, { now, actor }) ?? start;
  return events.slice(start.events.length).flatMap(({ type }, index) => {
    const length = start.events.length + index;
    const before = replayed(events.slice(0, length)).status;
    const after = replayed(events.slice(0, length + 1)).status;
    return before === after ? [] : [`${before} ${type} ${after}`];
  });
}

describe('transitions of an application', () => {
  it('are those of the table', () => {
    const seen = starts.flatMap((start) => commands.flatMap((command) => movesOf(start, command)));
    const told = Object.entries(applicationTransitions).flatMap(([from, events]) =>
      Object.entries(events).flatMap(([event, targets]) =>
        targets.map((to: string) => `${from} ${event} ${to}`),
      ),
    );
    expect([...new Set(seen)].sort()).toEqual(told.sort());
  });
});
