import type { Instant } from '@iic/event-sourcing';
import { dayOf, dueAt, endOfDay, intervalMonths, type PolicyPack } from '@iic/policy';
import { type ActType, actors, availableActs } from './available-acts.ts';
import { periodAfter, periodOf, type ReportingPeriod } from './reporting-period.ts';
import type { Project, ProjectState, StartedState } from './state.ts';

/** What may be done next, by whom and until when. */
export interface NextAct {
  readonly act: ActType;
  readonly role: (typeof actors)[ActType];
  /** The unit that does it; null for the PDRC. */
  readonly organisation: string | null;
  /** By when it should be done; null where nothing sets a day. */
  readonly until: Instant | null;
}

/** Whom a project waits for, in this service or in another. */
export interface Waiting {
  readonly role: 'lead-unit' | 'competent-unit' | 'pdrc-handler' | null;
  readonly organisation: string | null;
  readonly until: Instant | null;
}

/** Everything that may be done with a project now. */
export function nextActs(state: ProjectState, pack: PolicyPack): readonly NextAct[] {
  if (state.status === 'not-started' || state.project.halted !== null) return [];
  const acts: readonly ActType[] = availableActs[state.status];
  return acts.map((act) => ({
    act,
    role: actors[act],
    organisation: unitFor(actors[act], state.project),
    until: untilFor(act, state, pack),
  }));
}

/** Whom the project waits for; nobody when it is closed. */
export function waitingFor(state: ProjectState): Waiting {
  if (state.status !== 'not-started' && state.project.halted !== null) {
    const { annulled } = state.project.halted;
    return { role: annulled ? null : 'pdrc-handler', organisation: null, until: null };
  }
  switch (state.status) {
    case 'under-construction':
      return waiting('lead-unit', state.project, state.project.plan.dueAt);
    case 'rectification':
      return waiting('lead-unit', state.project, state.rectification.dueAt);
    case 'adjustment-proposed':
      return waiting('competent-unit', state.project, null);
    case 'adjustment-decision-pending':
    case 'acceptance-requested':
    case 'acceptance-decision-pending':
    case 'rectification-expired':
    case 'revocation-decision-pending':
      return waiting('pdrc-handler', state.project, null);
    default:
      return { role: null, organisation: null, until: null };
  }
}

/** The earliest period since the approval that is not reported yet, with the day its report is due. */
export function nextReport(
  project: Project,
  pack: PolicyPack,
): { readonly period: ReportingPeriod; readonly dueAt: Instant } {
  const { progressInterval, progressReportPeriod } = pack.parameters;
  const months = intervalMonths(progressInterval);
  const reported = new Set(project.reports.map(({ period }) => period));
  let period = periodOf(dayOf(project.approvedAt), months);
  while (reported.has(period.name)) period = periodAfter(period, months);
  return { period, dueAt: dueAt(progressReportPeriod, endOfDay(period.lastDay)) };
}

function unitFor(role: (typeof actors)[ActType], project: Project): string | null {
  if (role === 'pdrc-handler') return null;
  return role === 'lead-unit' ? project.leadUnit : project.competentUnit;
}

function waiting(role: (typeof actors)[ActType], project: Project, until: Instant | null): Waiting {
  return { role, organisation: unitFor(role, project), until };
}

function untilFor(act: ActType, state: StartedState, pack: PolicyPack): Instant | null {
  if (act === 'ReportProgress') return nextReport(state.project, pack).dueAt;
  if (act !== 'RequestAcceptance') return null;
  return 'rectification' in state && state.rectification !== null
    ? state.rectification.dueAt
    : state.project.plan.dueAt;
}
