import type { Actor } from '@iic/event-sourcing';
import fc from 'fast-check';
import {
  decision,
  firstHash,
  opinionHash,
  prepare,
  propose,
  secondHash,
} from '../testing/decision-histories.ts';
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
import { decider, department, handler, leadUnit, otherDecider, otherHandler } from '../testing/people.ts';
import { decisionActions, decisionActors } from './available-actions.ts';
import type { DecisionActType, DecisionCommand } from './commands.ts';
import type { DecisionEvent } from './events.ts';
import type { DecisionState } from './state.ts';
import { decisionTransitions } from './transitions.ts';

type Acts = readonly DecisionActType[];
type Live = Moment<DecisionState, DecisionEvent>;

const everyAct: Acts = Object.values(decisionActions).flat();
const delaying: Acts = ['RequestDepartmentOpinion', 'ReturnPreparation', 'ReturnChange'];
// The same persons appear in both roles: separating them is the decision's business, not the roles'.
const handlers = [handler, otherHandler, { ...decider, role: 'pdrc-handler' }];
const deciders = [decider, otherDecider, { ...handler, role: 'pdrc-decider' }];
const changes = [
  { type: 'correct', article: 'Art. 15', reasons: '更正' },
  { type: 'amend', conditions: {} },
  { type: 'suspend' },
  { type: 'resume' },
  { type: 'annul' },
] as const;
const answer = { position: 'agree', text: '同意', documentHash: opinionHash };

function commandFor(state: DecisionState, chance: Chance): readonly [DecisionCommand, Actor] {
  const { action, choice, wild, person } = chance;
  if (state.status === 'none') return [propose, handler];
  if (choice % 50 === 0)
    return [{ ...propose, subjectHash: pick([firstHash, secondHash, opinionHash], person) }, handler];
  if (choice % 25 === 1)
    return [
      {
        type: 'RecordSerial',
        agency: 'SAMPLE',
        year: 2026,
        serial: 1 + (person % 2),
        number: `n-${person % 2}`,
      },
      handler,
    ];
  if (choice % 25 === 2)
    return [
      {
        type: 'RecordDocument',
        documentId: `d-${person % 2}`,
        form: 'reply',
        number: 'n',
        issuedOn: '2026-03-05',
      },
      handler,
    ];
  const possible: Acts = decisionActions[state.status];
  // What only delays a decision is tried less often, so that most runs get to its end.
  const usual = possible.filter((act) => choice % 10 === 3 || !isDelaying(act, state));
  const act = pick(wild || usual.length === 0 ? everyAct : usual, action);
  return [contentFor(act, state, chance), actorFor(act, chance)];
}

function isDelaying(act: DecisionActType, { status }: DecisionState): boolean {
  return delaying.includes(act) || (act === 'PrepareDecision' && status === 'prepared');
}

function actorFor(act: DecisionActType, { person, wild }: Chance): Actor {
  if (wild && person % 5 === 0) return leadUnit;
  const roles: readonly string[] = decisionActors[act];
  if (roles.includes('department') && person % 2 === 0) return department;
  return pick(roles.includes('pdrc-decider') ? deciders : handlers, person);
}

function contentFor(act: DecisionActType, state: DecisionState, { choice }: Chance): DecisionCommand {
  const current = state.status === 'prepared' ? state.preparation.preparation : 1;
  const preparation = choice % 12 === 0 ? current + 1 : current;
  const subjectHash = 'file' in state ? state.file.subjectHash : firstHash;
  const change = 'changes' in state ? state.changes : 1;
  const to = { department: department.organisation };
  const basis = { kind: 'own-motion', reference: null };
  const contents = {
    RequestDepartmentOpinion: { ...to, question: '?' },
    RecordDepartmentOpinion: { ...to, ...answer },
    WaiveDepartmentOpinion: { ...to, reason: '逾期' },
    PrepareDecision: prepareFor(state, choice),
    ReturnPreparation: { preparation, reason: '重拟' },
    ApproveDecision: {
      preparation,
      subjectHash: choice % 13 === 0 ? opinionHash : subjectHash,
      opinion: null,
      panel: [],
    },
    ProposeChange: { act: pick(changes, choice), basis, reason: '经核查' },
    ReturnChange: { change, reason: '依据不足' },
    ApproveChange: { change },
  };
  return { type: act, ...contents[act] } as DecisionCommand;
}

function prepareFor(state: DecisionState, choice: number) {
  const { type: _, ...content } = prepare;
  const reviewId = 'file' in state ? state.file.reviewId : null;
  const opinion = reviewId === null ? null : { reviewId, opinionHash, recommendation: 'favourable' };
  return { ...content, opinion, outcome: choice % 6 === 0 ? 'declined' : 'approved' };
}

function expectPossible({ state, history }: Live): void {
  const takings = history.filter(({ type }) => type === 'DecisionTaken');
  expect(takings.length).toBe('taken' in state ? 1 : 0);
  if (state.status === 'prepared') expectSeparate(state.approvals, state.handlers);
  if ('taken' in state) {
    expectSeparate(state.taken.approvers, state.handlers);
    expect(state.taken.approvers.length).toBe(state.minimumApprovers);
    expect(state.taken.subjectHash).toBe(state.file.subjectHash);
    if (state.pending !== null) expectSeparate(state.pending.approvals, [state.pending.handler]);
    expect(new Set(state.documents).size).toBe(state.documents.length);
  }
  expect(history.filter(({ type }) => type === 'DecisionNumbered').length).toBeLessThanOrEqual(1);
  expectFinal(history);
}

/** Nobody twice, and none of those who prepared. */
function expectSeparate(approvers: readonly string[], preparers: readonly string[]): void {
  expect(new Set(approvers).size).toBe(approvers.length);
  expect(approvers.filter((approver) => preparers.includes(approver))).toEqual([]);
}

/** After an annulment or a void only number and document may follow. */
function expectFinal(history: readonly DecisionEvent[]): void {
  const end = history.findIndex(({ type }) => type === 'DecisionAnnulled' || type === 'DecisionVoided');
  const after = end < 0 ? [] : history.slice(end + 1).map(({ type }) => type);
  expect(after.filter((type) => type !== 'DecisionNumbered' && type !== 'DecisionDocumented')).toEqual([]);
}

/** Runs random histories and returns every change of status they made. */
function explore(parameters: fc.Parameters<[readonly Chance[]]>): ReadonlySet<string> {
  const made = new Set<string>();
  fc.assert(
    fc.property(chances(60), (steps) => {
      const lives: DecisionState[] = [];
      const { history } = run(decision, steps, commandFor, (live) => {
        expectPossible(live);
        lives.push(live.state);
      });
      expectReplayable(decision, history, lives);
      expectContracted(history);
      for (const move of movesMade('none', lives, history)) made.add(move);
    }),
    parameters,
  );
  return made;
}

describe('a decision under random commands', () => {
  it('never reaches an impossible state, replays to what it was, and records what its contracts say', () => {
    explore({ numRuns: 200 });
  });

  // A property says little unless its runs get everywhere; a fixed seed, so that this is no matter of luck.
  it('makes every move of the table of transitions, and no other', () => {
    const made = explore({ numRuns: 400, seed: 20200527 });
    expect([...made].sort()).toEqual([...movesTold(decisionTransitions)].sort());
  });
});
