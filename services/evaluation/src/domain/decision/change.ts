import { accept, type DecisionContext, type DecisionResult, type Instant } from '@iic/event-sourcing';
import { type Denial, deny } from '../problems.ts';
import type { DecisionAct } from './commands.ts';
import { wrongConditions } from './conditions.ts';
import type { DecisionEvent, ProposedChange } from './events.ts';
import type { PendingChange, SuspendedDecision, TakenDecision } from './state.ts';

type Result = DecisionResult<DecisionEvent>;
type InForce = TakenDecision | SuspendedDecision;

/** What may make the PDRC change a decision. */
export const changeBases = ['own-motion', 'reconsideration', 'court'] as const;

const fitting = {
  taken: ['correct', 'amend', 'suspend', 'annul'],
  suspended: ['correct', 'amend', 'resume', 'annul'],
} as const satisfies Record<InForce['status'], readonly ProposedChange['act']['type'][]>;

/** Puts a change of a taken decision before the deciders: like the decision itself, nobody does it alone. */
export function proposeChange(
  { act, basis, reason }: DecisionAct<'ProposeChange'>,
  state: InForce,
  { actor, now }: DecisionContext,
): Result {
  if (state.pending !== null) return deny('change-pending', { params: { change: state.pending.change } });
  const possible: readonly string[] = fitting[state.status];
  if (!possible.includes(act.type))
    return deny('change-not-fitting', {
      params: { status: state.status, act: act.type, possible: possible.join(', ') },
    });
  return (
    wrongBasis(basis) ??
    incomplete(act, state, now) ??
    accept<DecisionEvent>({
      type: 'DecisionChangeProposed',
      data: { change: state.changes + 1, handler: actor.subject, act, basis, reason },
    })
  );
}

function incomplete(act: ProposedChange['act'], { file }: InForce, now: Instant): Denial | undefined {
  if (act.type === 'amend') {
    const isEmpty = Object.keys(act.conditions).length === 0;
    return isEmpty ? deny('amendment-empty') : wrongConditions(act.conditions, file, now);
  }
  if (act.type !== 'correct') return undefined;
  return act.article.trim() === '' || act.reasons.trim() === '' ? deny('correction-incomplete') : undefined;
}

function wrongBasis({ kind, reference }: ProposedChange['basis']): Denial | undefined {
  const allowed: readonly string[] = changeBases;
  if (!allowed.includes(kind))
    return deny('change-basis-unknown', { params: { basis: kind, allowed: allowed.join(', ') } });
  return kind !== 'own-motion' && reference === null ? deny('change-basis-reference-missing') : undefined;
}

export function returnChange(
  { change, reason }: DecisionAct<'ReturnChange'>,
  state: InForce,
  { actor }: DecisionContext,
): Result {
  const pending = pendingFor(change, state, actor.subject);
  return 'refused' in pending
    ? pending
    : accept<DecisionEvent>({
        type: 'DecisionChangeReturned',
        data: { change, by: actor.subject, reason },
      });
}

/** Approves a change; the last approval needed makes it. */
export function approveChange(
  { change }: DecisionAct<'ApproveChange'>,
  state: InForce,
  { actor }: DecisionContext,
): Result {
  const approver = actor.subject;
  const pending = pendingFor(change, state, approver);
  if ('refused' in pending) return pending;
  if (pending.approvals.includes(approver)) return deny('approved-already');
  const approved: DecisionEvent = { type: 'DecisionChangeApproved', data: { change, approver } };
  const approvers = [...pending.approvals, approver];
  return approvers.length < state.minimumApprovers
    ? accept(approved)
    : accept(approved, made(pending, state, approvers));
}

function pendingFor(change: number, { pending }: InForce, decider: string): PendingChange | Denial {
  if (pending === null || pending.change !== change) return deny('change-superseded', { params: { change } });
  return pending.handler === decider ? deny('handler-cannot-decide') : pending;
}

function made(
  { act, change, basis, reason }: PendingChange,
  { file, taken }: InForce,
  approvers: readonly string[],
): DecisionEvent {
  const { decisionId, caseId } = file;
  const data = { decisionId, caseId, change, basis, reason, approvers: [...approvers] };
  const policy = { ...file.policy, article: taken.article };
  switch (act.type) {
    case 'correct':
      return {
        type: 'DecisionCorrected',
        data: { ...data, article: act.article, reasons: act.reasons },
        policy: { ...policy, article: act.article },
      };
    case 'amend':
      return { type: 'DecisionAmended', data: { ...data, conditions: act.conditions }, policy };
    case 'suspend':
      return { type: 'DecisionSuspended', data, policy };
    case 'resume':
      return { type: 'DecisionResumed', data, policy };
    case 'annul':
      return { type: 'DecisionAnnulled', data, policy };
    default:
      return act satisfies never;
  }
}
