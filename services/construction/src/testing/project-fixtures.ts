import type { Actor } from '@iic/event-sourcing';
import { jilin2020, PolicyPacks, policyIdentity, warningAt } from '@iic/policy';
import type { ProposeAdjustment, StartProject } from '../domain/project/commands.ts';
import type { AdjustmentChanges, ProgressReport, ProjectEvent } from '../domain/project/events.ts';
import { publicMoney } from '../domain/project/money.ts';
import { createConstructionProject } from '../domain/project/project.ts';

/** Sample facts for specifications: an invented case in Changchun. */
export const pack = jilin2020;
export const packs = new PolicyPacks([pack]);

export const { decider } = createConstructionProject(packs);

export const leadUnit = actor('lead-unit', 'org-lead');
export const competentUnit = actor('competent-unit', 'org-drc');
export const handler = actor('pdrc-handler', 'org-pdrc');

export function actor(role: string, organisation: string): Actor {
  return { subject: `person-${role}`, organisation, role, jurisdiction: '220000' };
}

export const hash = (digit: string): string => digit.repeat(64);

export const policy = policyIdentity(pack);
export const under16 = { ...policy, article: 'Art. 16' };
export const under17 = { ...policy, article: 'Art. 17' };

export const start: StartProject = {
  type: 'StartProject',
  caseId: 'case-1',
  decisionId: 'case-1-formation-1',
  baselineHash: hash('b'),
  leadUnit: 'org-lead',
  competentUnit: 'org-drc',
  province: '220000',
  members: ['org-university'],
  field: 'new-materials',
  proposedName: '吉林省样例材料产业创新中心',
  englishName: 'JiLin Province Industrial Innovation Center of Sample Materials',
  entity: {
    legalForm: 'company',
    independent: true,
    registration: { area: '220100', address: null, status: 'planned' },
    uscc: null,
    hostingUnit: null,
    undertakesRegistration: true,
  },
  directorCandidate: 'person-director',
  milestones: [
    { id: 'laboratory', title: '实验室建成', weight: 60, dueMonth: 12 },
    { id: 'pilot-line', title: '中试线运行', weight: 40, dueMonth: 24 },
  ],
  investment: [
    { source: 'own-funds', amountFen: '500000000' },
    { source: 'local-government', amountFen: '300000000' },
  ],
  approvedAt: '2026-03-02T01:00:00.000Z',
  constructionMonths: 24,
  policyId: policy.id,
  policyHash: policy.hash,
};

/** End of the construction period: the end of 2028-03-02 in Asia/Shanghai. */
export const dueAt = '2028-03-02T15:59:59.999Z';
/** Ninety days before. */
export const approachesAt = '2027-12-03T15:59:59.999Z';

const { type: _, ...startData } = start;

export const started: ProjectEvent = {
  type: 'ProjectStarted',
  data: { ...startData, dueAt, warnAt: approachesAt, publicPlannedFen: '300000000' },
};

export const report: ProgressReport = {
  period: '2026-H1',
  milestones: [{ id: 'laboratory', percent: 20 }],
  narrativeHash: hash('c'),
  spend: [{ source: 'own-funds', amountFen: '12345678901' }],
  staff: { total: 40, researchers: 30 },
  equipment: { items: 12, valueFen: '90000000' },
  buildAndRun: true,
};

export const reported: ProjectEvent = {
  type: 'ProgressReported',
  data: { ...report, publicSpendFen: '0' },
};

export const propose: ProposeAdjustment = {
  type: 'ProposeAdjustment',
  changes: { content: { description: '中试线改址', documentHash: hash('d') } },
  contentHash: hash('e'),
  reason: '原址规划调整',
  justifications: [],
};

export function proposed(changes = propose.changes, number = 1): ProjectEvent {
  return {
    type: 'AdjustmentProposed',
    data: { number, changes, contentHash: propose.contentHash, reason: propose.reason, findings: [] },
  };
}

export function adjustmentApproved(changes: AdjustmentChanges, until = dueAt, number = 1): ProjectEvent {
  return {
    type: 'AdjustmentApproved',
    data: {
      number,
      decisionId: `case-1-adjustment-${number}`,
      changes,
      dueAt: until,
      warnAt: warningAt(pack.parameters.constructionWarningLead, until),
      publicPlannedFen: publicMoney(changes.investment ?? start.investment),
    },
  };
}

export function adjustmentBeforePdrc(number = 1): ProjectEvent {
  return {
    type: 'AdjustmentDecisionProposed',
    data: {
      decisionId: `case-1-adjustment-${number}`,
      kind: 'adjustment',
      caseId: 'case-1',
      subject: 'project-case-1',
      subjectVersion: number,
      subjectHash: propose.contentHash,
      leadUnit: 'org-lead',
      competentUnit: 'org-drc',
      province: '220000',
      reviewId: null,
      summary: {
        zh: `“${start.proposedName}”组建计划第${number}项调整（主管单位同意）`,
        en: `Adjustment ${number} of the plan of “${start.englishName}” (the competent unit supports it)`,
      },
    },
  };
}
