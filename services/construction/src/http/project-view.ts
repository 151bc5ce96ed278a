import type { Caller } from '@iic/access';
import { type PolicyPack, type PolicyPacks, policyIdentity } from '@iic/policy';
import { sumBySource, sumFen } from '../domain/project/money.ts';
import { type NextAct, nextActs, nextReport, waitingFor } from '../domain/project/next-acts.ts';
import { latestMilestones, spentBySource, weightedCompletion } from '../domain/project/progress.ts';
import type { Project, ProjectState, StartedState } from '../domain/project/state.ts';
import type { ListedProject } from '../read-model/project-list.ts';

/** A project as the list shows it. */
export function projectSummary({ state, changedAt }: ListedProject) {
  const { project, status } = state;
  return {
    caseId: project.caseId,
    status,
    halted: project.halted,
    proposedName: project.proposedName,
    englishName: project.englishName,
    field: project.field,
    leadUnit: project.leadUnit,
    competentUnit: project.competentUnit,
    province: project.province,
    approvedAt: project.approvedAt,
    dueAt: project.plan.dueAt,
    completionPercent: completionOf(project),
    waitingFor: waitingFor(state),
    changedAt,
  };
}

/** A project with everything a party may know of it and what may be done next. */
export function projectView(state: StartedState, packs: PolicyPacks, caller: Caller) {
  const { project } = state;
  const pack = packs.getPinned(project.policy);
  return {
    caseId: project.caseId,
    status: state.status,
    halted: project.halted,
    proposedName: project.proposedName,
    englishName: project.englishName,
    field: project.field,
    leadUnit: project.leadUnit,
    competentUnit: project.competentUnit,
    province: project.province,
    members: project.plan.members,
    directorCandidate: project.directorCandidate,
    approvedAt: project.approvedAt,
    decisionId: project.approval,
    baselineHash: project.baselineHash,
    policy: policyIdentity(pack),
    plan: planView(project),
    progress: progressView(project, pack),
    ...openMatters(state),
    waitingFor: waitingFor(state),
    next: nextActs(state, pack).map((act) => ({ ...act, mine: isMine(act, caller) })),
  };
}

/** What a report of the next period starts from. */
export function reportPrefill(project: Project, pack: PolicyPack) {
  const { period, dueAt } = nextReport(project, pack);
  const last = project.reports.at(-1);
  return {
    period: period.name,
    from: period.firstDay,
    until: period.lastDay,
    dueAt,
    milestones: latestMilestones(project),
    spend: plannedBySource(project).map(({ source }) => ({ source, amountFen: '0' })),
    staff: last?.staff ?? { total: 0, researchers: 0 },
    equipment: last?.equipment ?? { items: 0, valueFen: '0' },
    buildAndRun: last?.buildAndRun ?? false,
  };
}

/** What a request for acceptance starts from. */
export function acceptancePrefill(state: ProjectState) {
  if (state.status === 'not-started') return null;
  const { project } = state;
  const request = 'request' in state ? state.request : null;
  return {
    entity: request?.entity ?? null,
    director: { subject: request?.director ?? project.directorCandidate },
    completion: latestMilestones(project),
  };
}

function completionOf(project: Project): number {
  return weightedCompletion(project.plan.milestones, latestMilestones(project));
}

function planView({ plan, approvedAt }: Project) {
  return {
    milestones: plan.milestones,
    investment: plan.investment,
    investmentTotalFen: sumFen(plan.investment.map(({ amountFen }) => amountFen)),
    months: plan.months,
    from: approvedAt,
    dueAt: plan.dueAt,
  };
}

function progressView(project: Project, pack: PolicyPack) {
  const spent = spentBySource(project);
  const { period, dueAt } = nextReport(project, pack);
  return {
    reports: project.reports,
    milestones: latestMilestones(project),
    completionPercent: completionOf(project),
    spentBySource: spent,
    spentTotalFen: sumFen(spent.map(({ amountFen }) => amountFen)),
    plannedBySource: plannedBySource(project),
    nextReport: { period: period.name, dueAt },
  };
}

function plannedBySource({ plan }: Project) {
  return sumBySource(plan.investment);
}

function openMatters(state: StartedState) {
  return {
    adjustment: 'adjustment' in state ? state.adjustment : null,
    acceptance: 'request' in state ? state.request : null,
    rectification: 'rectification' in state ? state.rectification : null,
    decision: 'decision' in state ? state.decision : null,
  };
}

function isMine({ role, organisation }: NextAct, caller: Caller): boolean {
  return caller.role === role && (organisation === null || organisation === caller.organisation);
}
