import type { ProgressReport, ProjectEvent } from './events.ts';
import { startedProject } from './started-project.ts';
import type { OpenAdjustment, Plan, Project, ProjectState, Rectification, StartedState } from './state.ts';

type Data<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { type: Type }>['data'];

/** Folds an event into the state. An event that does not fit the state means a broken log and throws. */
export function evolve(state: ProjectState, event: ProjectEvent): ProjectState {
  if (event.type === 'ProjectStarted')
    return { status: 'under-construction', project: startedProject(event.data) };
  if (state.status === 'not-started') throw outOfPlace(state, event);
  return evolveStarted(state, event);
}

function evolveStarted(
  state: StartedState,
  event: Exclude<ProjectEvent, { type: 'ProjectStarted' }>,
): ProjectState {
  const { project } = state;
  switch (event.type) {
    case 'ProjectCompetentUnitReassigned':
      return withProject(state, { competentUnit: event.data.competentUnit });
    case 'ProjectHalted':
      return withProject(state, { halted: { annulled: event.data.annulled } });
    case 'ProjectResumed':
      return withProject(state, { halted: null });
    case 'ProgressReported':
      return withProject(state, { reports: withReport(project.reports, reportOf(event.data)) });
    case 'ProgressCorrected': {
      const { reason: _, ...report } = event.data;
      return withProject(state, { reports: withReport(project.reports, reportOf(report)) });
    }
    case 'ConstructionPeriodApproaching':
      return withProject(state, { approachNotedFor: event.data.dueAt });
    case 'ConstructionPeriodOverdue':
      return withProject(state, { overdueNotedFor: event.data.dueAt });
    case 'AdjustmentProposed':
    case 'AdjustmentWithdrawn':
    case 'AdjustmentOpinionGiven':
    case 'AdjustmentDecisionProposed':
    case 'AdjustmentApproved':
    case 'AdjustmentDeclined':
      return evolveAdjustment(state, event);
    case 'ProjectReviewersRecorded':
      return state.status === 'acceptance-requested' ? { ...state, reviewers: event.data.reviewers } : state;
    case 'AcceptanceRequested':
    case 'AcceptanceReviewConcluded':
    case 'AcceptanceReviewWithdrawn':
    case 'AcceptanceDecisionProposed':
    case 'AcceptancePassed':
    case 'AcceptanceNotPassed':
      return evolveAcceptance(state, event);
    case 'RectificationOrdered':
    case 'RectificationPeriodApproaching':
    case 'RectificationPeriodExpired':
    case 'RevocationDecisionProposed':
    case 'FormationApprovalRevoked':
      return evolveRectification(state, event);
    default:
      return unknownEvent(event);
  }
}

type AdjustmentEvent = Extract<ProjectEvent, { type: `Adjustment${string}` }>;

function evolveAdjustment(state: StartedState, event: AdjustmentEvent): ProjectState {
  const { project } = state;
  switch (event.type) {
    case 'AdjustmentProposed': {
      const { number, changes, contentHash } = event.data;
      return {
        status: 'adjustment-proposed',
        project: { ...project, adjustments: number },
        adjustment: { number, changes, contentHash },
      };
    }
    case 'AdjustmentOpinionGiven':
      return state;
    case 'AdjustmentDecisionProposed': {
      const { decisionId, subjectHash } = event.data;
      return {
        status: 'adjustment-decision-pending',
        project,
        adjustment: openAdjustment(state, event),
        decision: { decisionId, subjectHash },
      };
    }
    case 'AdjustmentApproved':
      return { status: 'under-construction', project: adjusted(project, event.data) };
    case 'AdjustmentWithdrawn':
    case 'AdjustmentDeclined':
      return { status: 'under-construction', project };
    default:
      return unknownEvent(event);
  }
}

type AcceptanceEvent = Extract<ProjectEvent, { type: `Acceptance${string}` }>;

function evolveAcceptance(state: StartedState, event: AcceptanceEvent): ProjectState {
  const { project } = state;
  switch (event.type) {
    case 'AcceptanceRequested': {
      const { round, subjectHash, entity, director } = event.data;
      return {
        status: 'acceptance-requested',
        project: { ...project, rounds: round },
        request: { round, subjectHash, entity, director },
        reviewers: [],
        rectification: 'rectification' in state ? state.rectification : null,
      };
    }
    case 'AcceptanceReviewConcluded':
      return state;
    case 'AcceptanceDecisionProposed': {
      if (!('request' in state)) throw outOfPlace(state, event);
      const { decisionId, subjectHash } = event.data;
      const { request, rectification } = state;
      return {
        status: 'acceptance-decision-pending',
        project,
        request,
        rectification,
        decision: { decisionId, subjectHash },
      };
    }
    case 'AcceptanceReviewWithdrawn':
      return 'rectification' in state && state.rectification !== null
        ? inRectification(project, state.rectification)
        : { status: 'under-construction', project };
    case 'AcceptancePassed':
      return { status: 'accepted', project };
    case 'AcceptanceNotPassed':
      return inRectification(project, rectificationOf(state, event));
    default:
      return unknownEvent(event);
  }
}

type RectificationEvent = Extract<
  ProjectEvent,
  { type: `Rectification${string}` | 'RevocationDecisionProposed' | 'FormationApprovalRevoked' }
>;

function evolveRectification(state: StartedState, event: RectificationEvent): ProjectState {
  const { project } = state;
  switch (event.type) {
    case 'RectificationOrdered': {
      const { number, dueAt, warnAt } = event.data;
      return inRectification(project, { number, dueAt, warnAt, approachNoted: false, expired: false });
    }
    case 'RectificationPeriodApproaching':
      return withRectification(state, { ...rectificationOf(state, event), approachNoted: true });
    case 'RectificationPeriodExpired':
      return withRectification(state, { ...rectificationOf(state, event), expired: true });
    case 'RevocationDecisionProposed': {
      const { decisionId, subjectHash } = event.data;
      return {
        status: 'revocation-decision-pending',
        project,
        rectification: rectificationOf(state, event),
        decision: { decisionId, subjectHash },
      };
    }
    case 'FormationApprovalRevoked':
      return { status: 'revoked', project };
    default:
      return unknownEvent(event);
  }
}

/** What was reported; the sum for the public follows from it. */
function reportOf({ publicSpendFen: _, ...report }: Data<'ProgressReported'>): ProgressReport {
  return report;
}

function adjusted(project: Project, { changes, dueAt, warnAt }: Data<'AdjustmentApproved'>): Project {
  const plan: Plan = {
    milestones: changes.milestones ?? project.plan.milestones,
    investment: changes.investment ?? project.plan.investment,
    members: changes.members ?? project.plan.members,
    months: project.plan.months + (changes.extensionMonths ?? 0),
    dueAt,
    warnAt,
  };
  const extensions = project.extensions + (changes.extensionMonths === undefined ? 0 : 1);
  return { ...project, plan, extensions };
}

function withProject<State extends StartedState>(state: State, change: Partial<Project>): State {
  return { ...state, project: { ...state.project, ...change } };
}

function withReport(reports: readonly ProgressReport[], report: ProgressReport): readonly ProgressReport[] {
  const others = reports.filter(({ period }) => period !== report.period);
  return [...others, report].sort((left, right) => (left.period < right.period ? -1 : 1));
}

function inRectification(project: Project, rectification: Rectification): ProjectState {
  return {
    status: rectification.expired ? 'rectification-expired' : 'rectification',
    project,
    rectification,
  };
}

function withRectification(state: StartedState, rectification: Rectification): ProjectState {
  if (state.status === 'rectification') return inRectification(state.project, rectification);
  return 'rectification' in state ? { ...state, rectification } : state;
}

function openAdjustment(state: StartedState, event: ProjectEvent): OpenAdjustment {
  if (!('adjustment' in state)) throw outOfPlace(state, event);
  return state.adjustment;
}

function rectificationOf(state: StartedState, event: ProjectEvent): Rectification {
  if (!('rectification' in state) || state.rectification === null) throw outOfPlace(state, event);
  return state.rectification;
}

function outOfPlace(state: ProjectState, event: ProjectEvent): Error {
  return new Error(`Event ${event.type} cannot follow status ${state.status}: the stream is broken.`);
}

function unknownEvent(event: never): never {
  throw new Error(`Unknown event ${JSON.stringify(event)}.`);
}
