import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import type { PassDeadline } from './commands.ts';
import type { ProjectEvent } from './events.ts';
import { deny } from './refuse.ts';
import type { ProjectState, StartedState } from './state.ts';

/**
 * Records that an end approaches or has passed. A deadline that was moved, answered in time or recorded
 * before has no effect; one that fires early is refused so that it is tried again.
 */
export function passDeadline(
  { kind, dueAt }: PassDeadline,
  state: ProjectState,
  { now }: DecisionContext,
): DecisionResult<ProjectEvent> {
  if (state.status === 'not-started') return accept();
  const fact = factOf(kind, dueAt, state);
  if (fact === undefined) return accept();
  if (now < dueAt) return deny('deadline-not-reached', { params: { dueAt } });
  return accept({
    ...fact,
    effectiveAt: dueAt,
    policy: { ...state.project.policy, article: articleOf(fact) },
  });
}

/**
 * The warning that an end approaches, where it fell due while a review ran and had no effect then. Nothing once
 * the end itself has come; a warning still to come fires by itself.
 */
export function missedWarning(state: ProjectState, context: DecisionContext): readonly ProjectEvent[] {
  if (state.status === 'not-started') return [];
  const rectification = state.status === 'rectification' ? state.rectification : undefined;
  const { warnAt, dueAt } = rectification ?? state.project.plan;
  if (context.now >= dueAt) return [];
  const kind =
    rectification === undefined ? 'construction-period-approaching' : 'rectification-period-approaching';
  const result = passDeadline({ type: 'PassDeadline', kind, dueAt: warnAt }, state, context);
  return 'accepted' in result ? result.accepted : [];
}

function factOf(kind: PassDeadline['kind'], dueAt: string, state: StartedState): ProjectEvent | undefined {
  switch (kind) {
    case 'construction-period-approaching':
      return approaching(dueAt, state);
    case 'construction-period':
      return overdue(dueAt, state);
    case 'rectification-period-approaching':
      return rectificationApproaching(dueAt, state);
    case 'rectification-period':
      return expired(dueAt, state);
    default:
      return kind satisfies never;
  }
}

function approaching(dueAt: string, state: StartedState): ProjectEvent | undefined {
  if (!isBuilding(state)) return undefined;
  const { plan, approachNotedFor } = state.project;
  if (approachNotedFor === plan.dueAt || plan.warnAt !== dueAt) return undefined;
  return { type: 'ConstructionPeriodApproaching', data: { dueAt: plan.dueAt } };
}

function overdue(dueAt: string, state: StartedState): ProjectEvent | undefined {
  if (!isBuilding(state)) return undefined;
  const { plan, overdueNotedFor } = state.project;
  if (overdueNotedFor === plan.dueAt || plan.dueAt !== dueAt) return undefined;
  return { type: 'ConstructionPeriodOverdue', data: { dueAt } };
}

function rectificationApproaching(dueAt: string, state: StartedState): ProjectEvent | undefined {
  if (state.status !== 'rectification') return undefined;
  const { number, dueAt: end, warnAt, approachNoted } = state.rectification;
  if (approachNoted || warnAt !== dueAt) return undefined;
  return { type: 'RectificationPeriodApproaching', data: { number, dueAt: end } };
}

/** A request that is under way does not stop the period; passing does. */
function expired(dueAt: string, state: StartedState): ProjectEvent | undefined {
  if (!('rectification' in state) || state.rectification === null) return undefined;
  const { rectification } = state;
  if (rectification.expired || rectification.dueAt !== dueAt) return undefined;
  return { type: 'RectificationPeriodExpired', data: { number: rectification.number, dueAt } };
}

function isBuilding({ status }: StartedState): boolean {
  return (
    status === 'under-construction' ||
    status === 'adjustment-proposed' ||
    status === 'adjustment-decision-pending'
  );
}

function articleOf({ type }: ProjectEvent): string {
  return type.startsWith('Rectification') ? 'Art. 17' : 'Art. 16';
}
