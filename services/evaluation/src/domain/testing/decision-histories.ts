import type { DecisionAct, DecisionCommand, ProposeDecision } from '../decision/commands.ts';
import { decisionAggregate } from '../decision/decision.ts';
import type { DecisionEvent } from '../decision/events.ts';
import { decider, handler, otherDecider } from './people.ts';
import { play } from './play.ts';
import { policy, rulesOf, sha256 } from './sample-rules.ts';

export const decision = decisionAggregate(rulesOf).decider;

export const decisionId = 'case-1-formation-1';
export const firstHash = sha256('version 1');
export const secondHash = sha256('version 2');
export const opinionHash = sha256('opinion');

export const propose: ProposeDecision = {
  type: 'ProposeDecision',
  decisionId,
  kind: 'formation',
  caseId: 'case-1',
  subject: 'application-case-1',
  subjectVersion: 1,
  subjectHash: firstHash,
  leadUnit: 'org-lead',
  competentUnit: 'org-unit',
  province: '220000',
  reviewId: 'review-1',
  summary: { zh: '批复组建方案', en: 'Approve the formation plan' },
  policy,
};

export const prepare: DecisionAct<'PrepareDecision'> = {
  type: 'PrepareDecision',
  outcome: 'approved',
  reasons: '符合基本条件',
  conditions: {},
  opinion: { reviewId: 'review-1', opinionHash, recommendation: 'favourable' },
  panel: ['expert-1'],
  justifications: [],
};

/** Approval of a preparation as the decider read it. */
export function approve(
  preparation = 1,
  subjectHash = firstHash,
  opinion = prepare.opinion,
): DecisionCommand {
  return { type: 'ApproveDecision', preparation, subjectHash, opinion, panel: ['expert-1'] };
}

export const opened = play(decision, [], [propose, handler]);
export const prepared = play(decision, opened, [prepare, handler]);
export const approvedOnce = play(decision, prepared, [approve(), decider]);
export const taken = play(decision, approvedOnce, [approve(), otherDecider]);

/** A change proposed by a handler and made by two deciders. */
export function changed(
  history: readonly DecisionEvent[],
  change: number,
  act: DecisionAct<'ProposeChange'>['act'],
): readonly DecisionEvent[] {
  return play(
    decision,
    history,
    [proposal(act), handler],
    [{ type: 'ApproveChange', change }, decider],
    [{ type: 'ApproveChange', change }, otherDecider],
  );
}

/** A change of the PDRC's own motion. */
export function proposal(act: DecisionAct<'ProposeChange'>['act']): DecisionAct<'ProposeChange'> {
  return { type: 'ProposeChange', act, basis: { kind: 'own-motion', reference: null }, reason: '经核查' };
}

export const suspended = changed(taken, 1, { type: 'suspend' });
export const annulled = changed(taken, 1, { type: 'annul' });
export const voided = play(decision, taken, [
  { ...propose, subjectVersion: 2, subjectHash: secondHash },
  handler,
]);
