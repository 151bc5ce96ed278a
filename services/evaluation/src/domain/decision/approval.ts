import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { dayOf } from '../calendar.ts';
import { type Denial, deny } from '../problems.ts';
import type { DecisionAct } from './commands.ts';
import { outstanding } from './consultation.ts';
import type { DecisionEvent } from './events.ts';
import { conflictsOf, type DecisionTools } from './preparation.ts';
import type { PreparedDecision } from './state.ts';

type Result = DecisionResult<DecisionEvent>;

export function returnPreparation(
  { preparation, reason }: DecisionAct<'ReturnPreparation'>,
  state: PreparedDecision,
  { actor }: DecisionContext,
): Result {
  return (
    notForDecider(state, preparation, state.preparation.subjectHash, actor.subject) ??
    accept<DecisionEvent>({
      type: 'DecisionReturned',
      data: { preparation, by: actor.subject, reason },
    })
  );
}

/** Approves exactly what the decider has read; the last approval needed takes the decision. */
export function approveDecision(
  { preparation, subjectHash, opinion, panel }: DecisionAct<'ApproveDecision'>,
  state: PreparedDecision,
  context: DecisionContext,
  tools: DecisionTools,
): Result {
  const approver = context.actor.subject;
  const wrong = notForDecider(state, preparation, subjectHash, approver);
  if (wrong !== undefined) return wrong;
  if (panel.includes(approver)) return deny('panel-member-cannot-decide');
  if (state.approvals.includes(approver)) return deny('approved-already');
  if (conflictsOf(opinion) > conflictsOf(state.preparation.opinion))
    return deny('conflict-since-preparation');
  const awaited = outstanding(state);
  if (awaited.length > 0)
    return deny('department-opinion-outstanding', { params: { departments: awaited.join(', ') } });
  const approved: DecisionEvent = { type: 'DecisionApproved', data: { preparation, approver, subjectHash } };
  const approvers = [...state.approvals, approver];
  return approvers.length < state.preparation.minimumApprovers
    ? accept(approved)
    : accept(approved, taken(state, approvers, context, tools));
}

function notForDecider(
  { handlers, preparation: current }: PreparedDecision,
  preparation: number,
  subjectHash: string,
  decider: string,
): Denial | undefined {
  if (handlers.includes(decider)) return deny('handler-cannot-decide');
  return preparation === current.preparation && subjectHash === current.subjectHash
    ? undefined
    : deny('preparation-superseded', { params: { preparation: current.preparation } });
}

function taken(
  { file, preparation }: PreparedDecision,
  approvers: readonly string[],
  { now }: DecisionContext,
  { rules }: DecisionTools,
): DecisionEvent {
  const { summary: _, proposedAt: __, policy, ...subject } = file;
  const { outcome, article, reasons, conditions, handler, merit, opinion } = preparation;
  const today = dayOf(now);
  return {
    type: 'DecisionTaken',
    data: {
      ...subject,
      outcome,
      opinionHash: opinion?.opinionHash ?? null,
      article,
      reasons,
      conditions,
      effectiveDate: conditions.effectiveDate ?? today,
      handler,
      approvers: [...approvers],
      merit,
      agency: rules.agency,
      year: Number(today.slice(0, 4)),
      policyId: policy.id,
      policyHash: policy.hash,
    },
    policy: { ...policy, article },
    ...(opinion === null ? {} : { evidence: [opinion.opinionHash] }),
  };
}
