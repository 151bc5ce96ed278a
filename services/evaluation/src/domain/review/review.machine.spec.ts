import type { Actor } from '@iic/event-sourcing';
import fc from 'fast-check';
import { drawOrder } from '../draw/draw-order.ts';
import { canComplete } from '../draw/select-panel.ts';
import {
  type Chance,
  chances,
  expectContracted,
  expectReplayable,
  type Moment,
  movesMade,
  movesTold,
  pick,
  run,
} from '../testing/machine.ts';
import { decider, expert, handler, leadUnit, otherDecider } from '../testing/people.ts';
import {
  candidates,
  commitmentOf,
  openFormation,
  opinionHash,
  register,
  reportHash,
  review,
  scoresOf,
  seedOf,
  standing,
} from '../testing/review-histories.ts';
import { sha256 } from '../testing/sample-rules.ts';
import { reviewActions, reviewActors } from './available-actions.ts';
import type { ReviewActType, ReviewCommand } from './commands.ts';
import type { ReviewEvent } from './events.ts';
import type { ReviewState } from './state.ts';
import { reviewTransitions } from './transitions.ts';

type Acts = readonly ReviewActType[];
type Live = Moment<ReviewState, ReviewEvent>;

const holders = [handler, decider, otherDecider];
const everyAct: Acts = Object.values(reviewActions).flat();
const dear: Acts = [
  'RefuseInvitation',
  'WithdrawReview',
  'CancelDraw',
  'ExcuseMember',
  'ReportConflict',
  'DeclareConflict',
  'VoidOpinion',
];

function commandFor(state: ReviewState, chance: Chance): readonly [ReviewCommand, Actor] {
  if (state.status === 'none') return [openFormation, handler];
  const { action, wild, choice } = chance;
  if (wild && choice % 7 === 0) return [{ type: 'RequestWithdrawal', reason: '撤回' }, leadUnit];
  const possible: Acts = reviewActions[state.status];
  // What ends or undoes a review is tried less often, so that most runs get far.
  const usual = possible.filter((act) => choice % 20 === 0 || !dear.includes(act));
  const act = pick(wild || usual.length === 0 ? everyAct : usual, action);
  const actor = actorFor(act, state, chance);
  return [contentFor(act, state, chance, actor), actor];
}

function actorFor(act: ReviewActType, state: ReviewState, { person, wild }: Chance): Actor {
  const roles: readonly string[] = reviewActors[act];
  if (wild && person % 5 === 0) return leadUnit;
  if (act === 'CommitSeed' || act === 'OpenSeed') return pick(holders, person);
  return roles.includes('pdrc-handler') ? handler : expert(personIn(state, person));
}

function personIn(state: ReviewState, person: number): string {
  const panel = 'panel' in state ? state.panel.map(({ member }) => member.expertId) : [];
  return panel.length > 0 && person % 8 !== 0 ? pick(panel, person) : pick(candidates, person).expertId;
}

function contentFor(act: ReviewActType, state: ReviewState, chance: Chance, actor: Actor): ReviewCommand {
  const { choice, person } = chance;
  const expertId = reviewActors[act].some((role) => role === 'expert')
    ? actor.subject
    : personIn(state, person);
  const attempt = 'attempt' in state ? state.attempt : 1;
  const scores = scoresOf(choice % 22, 20 - (choice % 20));
  const organisation = choice % 2 === 0 ? null : 'org-lead';
  const contents = {
    CommitSeed: { commitment: commitmentOf(actor.subject, attempt) },
    FreezePool: {
      candidates: candidates.map((one, index) => ({ ...one, suspended: choice % 40 === index })),
      unknown: [],
      conflictedBefore: [],
      register,
    },
    OpenSeed: { seed: seedOf(actor.subject) },
    CancelDraw: { reason: '重抽' },
    ComposePanel: {},
    AcceptInvitation: { expertId, noConflict: choice % 9 !== 0, standing },
    RefuseInvitation: { expertId, reason: 'unavailable' },
    DeclareConflict: { expertId, organisation },
    ExcuseMember: { expertId, reason: '生病' },
    ReportConflict: { expertId, organisation },
    ReducePanel: { reason: '次序用尽' },
    RecordSiteVisit: { visitedOn: '2026-03-02', place: '长春市', participants: [expertId], reportHash },
    SubmitScoresheet: { expertId, scores, standing },
    ReviseScoresheet: { expertId, scores, reason: '笔误' },
    RecordOpinion: {
      opinionHash,
      recommendation: choice % 2 === 0 ? 'favourable' : 'unfavourable',
      justification: '专家组一致意见',
    },
    VoidOpinion: { reason: '改写' },
    SignOpinion: { expertId, opinionHash: choice % 11 === 0 ? reportHash : opinionHash, dissents: false },
    ConcludeReview: {},
    WithdrawReview: { reason: '终止' },
  };
  return { type: act, ...contents[act] } as ReviewCommand;
}

function expectPossible({ state, history }: Live): void {
  const ends = history.filter(({ type }) => type === 'ReviewConcluded' || type === 'ReviewWithdrawn');
  expect(ends.length).toBeLessThanOrEqual(1);
  expect(state.status === 'concluded' || state.status === 'withdrawn').toBe(ends.length === 1);
  if ('seeds' in state) {
    expect(new Set(state.seeds.map(({ holder }) => holder)).size).toBe(state.seeds.length);
    expect(state.seeds.length).toBeLessThanOrEqual(2);
  }
  if ('order' in state) expectRecomputable(state);
  if ('panel' in state && state.status !== 'concluded') expectSoundPanel(state);
  if (state.status === 'concluded') expectSigned(state);
}

function expectRecomputable(state: Extract<ReviewState, { order: readonly string[] }>): void {
  const pool = state.pool.entries.map(({ commitment }) => commitment);
  const seeds = state.opened.map(({ seed }) => seed);
  expect(state.order).toEqual(drawOrder(seeds, pool, sha256));
}

function expectSoundPanel(
  state: Exclude<Extract<ReviewState, { panel: unknown }>, { status: 'concluded' }>,
): void {
  const members = state.panel.map(({ member }) => member);
  const ids = members.map(({ expertId }) => expertId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => state.conflicted.includes(id) || state.departed.includes(id))).toEqual([]);
  const pool = state.pool.identities.map(({ expertId }) => expertId);
  expect(ids.filter((id) => !pool.includes(id))).toEqual([]);
  if (state.status === 'assembled') {
    expect(canComplete(members, [], state.pool.composition)).toBe(true);
    expect(state.panel.every(({ accepted }) => accepted)).toBe(true);
  }
}

function expectSigned({
  panel,
  opinion,
  pool,
  conflicted,
}: Extract<ReviewState, { status: 'concluded' }>): void {
  const ids = panel.map(({ member }) => member.expertId);
  expect(opinion.signatures.toSorted()).toEqual(ids.toSorted());
  expect(panel.length).toBe(pool.composition.seats);
  expect(conflicted.length).toBeLessThanOrEqual(candidates.length);
}

/** Those who may read what is reviewed are the members whose acceptance stands; a review that ended says so itself. */
function expectToldReviewers(history: readonly ReviewEvent[], last: ReviewState | undefined): void {
  if (last === undefined || last.status === 'withdrawn') return;
  const told = history.findLast(({ type }) => type === 'ReviewersChanged');
  const reviewers = told?.type === 'ReviewersChanged' ? told.data.reviewers : [];
  const panel = 'panel' in last ? last.panel : [];
  expect(reviewers).toEqual(panel.filter(({ accepted }) => accepted).map(({ member }) => member.expertId));
}

/** Runs random histories and returns every change of status they made. */
function explore(parameters: fc.Parameters<[readonly Chance[]]>): ReadonlySet<string> {
  const made = new Set<string>();
  fc.assert(
    fc.property(chances(140), (steps) => {
      const lives: ReviewState[] = [];
      const { history } = run(review, steps, commandFor, (live) => {
        expectPossible(live);
        lives.push(live.state);
      });
      expectReplayable(review, history, lives);
      expectContracted(history);
      expectToldReviewers(history, lives.at(-1));
      for (const move of movesMade('none', lives, history)) made.add(move);
    }),
    parameters,
  );
  return made;
}

describe('a review under random commands', () => {
  it('never reaches an impossible state, replays to what it was, and records what its contracts say', () => {
    explore({ numRuns: 200 });
  });

  // A property says little unless its runs get everywhere; a fixed seed, so that this is no matter of luck.
  it('makes every move of the table of transitions, and no other', () => {
    const made = explore({ numRuns: 400, seed: 20200527 });
    expect([...made].sort()).toEqual([...movesTold(reviewTransitions)].sort());
  });
});
