import type { Caller } from '@iic/access';
import type { Instant } from '@iic/event-sourcing';
import { dueAt, type PolicyPacks } from '@iic/policy';
import { decisionActions, decisionActors } from '../domain/decision/available-actions.ts';
import type { DecisionState } from '../domain/decision/state.ts';
import type { Folded } from '../read-model/folded.ts';
import { waitingForDecision } from '../read-model/waiting-for.ts';

const insiders = ['pdrc-handler', 'pdrc-decider', 'auditor'];

/** A decision in a list. */
export function decisionRow(
  { id, state, begunAt, changedAt }: Folded<DecisionState>,
  caller: Caller,
  packs: PolicyPacks,
) {
  const { next: _next, ...view } = decisionView(id, state, caller, packs);
  return { ...view, begunAt, changedAt };
}

/** A decision as a caller may see it; what is not decided yet stays within the PDRC. */
export function decisionView(id: string, state: DecisionState, caller: Caller, packs: PolicyPacks) {
  if (state.status === 'none') return { id, status: state.status, next: [] };
  const { decisionId: _id, policy, ...file } = state.file;
  const next = decisionActions[state.status].map((act) => {
    const roles: readonly string[] = decisionActors[act];
    return { act, roles, you: roles.includes(caller.role) };
  });
  const common = { id, ...file, status: state.status, policy, next, ...taken(state) };
  if (caller.role === 'department') {
    const asked = state.departments.filter(({ department }) => department === caller.organisation);
    return { ...common, departments: asked };
  }
  if (!insiders.includes(caller.role)) return common;
  return {
    ...common,
    ...internal(state),
    waitingFor: waitingForDecision(state),
    until: untilOf(state, packs),
  };
}

/** Until when the decision should be taken. */
function untilOf(state: Exclude<DecisionState, { status: 'none' }>, packs: PolicyPacks): Instant | null {
  if (state.status !== 'open' && state.status !== 'prepared') return null;
  const { policy, proposedAt } = state.file;
  return dueAt(packs.getPinned(policy).parameters.decisionPeriod, proposedAt);
}

/** What everyone on the case may know of a decision once it is taken. */
function taken(state: Exclude<DecisionState, { status: 'none' }>) {
  if (state.status === 'open' || state.status === 'prepared') return {};
  const { outcome, article, reasons, conditions, effectiveDate } = state.taken;
  return {
    outcome,
    article,
    reasons,
    conditions,
    effectiveDate,
    number: state.number,
    documents: state.documents,
  };
}

function internal(state: Exclude<DecisionState, { status: 'none' }>) {
  const { departments } = state;
  switch (state.status) {
    case 'open':
      return { departments };
    case 'prepared':
      return { departments, preparation: state.preparation, approvals: state.approvals };
    case 'taken':
    case 'suspended':
    case 'annulled':
    case 'void': {
      const { handler, approvers, merit } = state.taken;
      return { departments, handler, approvers, merit, pending: state.pending };
    }
    default:
      return state satisfies never;
  }
}
