import type { ProjectEvent } from './events.ts';
import type { Project } from './state.ts';

type Started = Extract<ProjectEvent, { type: 'ProjectStarted' }>;

/** A project as its approval made it. */
export function startedProject(data: Started['data']): Project {
  const {
    decisionId,
    policyId,
    policyHash,
    milestones,
    investment,
    members,
    constructionMonths,
    dueAt,
    warnAt,
  } = data;
  return {
    caseId: data.caseId,
    baselineHash: data.baselineHash,
    leadUnit: data.leadUnit,
    competentUnit: data.competentUnit,
    province: data.province,
    field: data.field,
    proposedName: data.proposedName,
    englishName: data.englishName,
    directorCandidate: data.directorCandidate,
    policy: { id: policyId, hash: policyHash },
    approvedAt: data.approvedAt,
    approval: decisionId,
    halted: null,
    plan: { milestones, investment, members, months: constructionMonths, dueAt, warnAt },
    reports: [],
    adjustments: 0,
    extensions: 0,
    rounds: 0,
    approachNotedFor: null,
    overdueNotedFor: null,
  };
}
