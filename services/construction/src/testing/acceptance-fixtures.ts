import { warningAt } from '@iic/policy';
import type { RecordDecision, RequestAcceptance } from '../domain/project/commands.ts';
import type { ProjectEvent } from '../domain/project/events.ts';
import {
  adjustmentBeforePdrc,
  hash,
  pack,
  policy,
  propose,
  proposed,
  start,
  started,
} from './project-fixtures.ts';

export const request: RequestAcceptance = {
  type: 'RequestAcceptance',
  subjectHash: hash('1'),
  entity: {
    name: '吉林省样例材料创新有限公司',
    legalForm: 'company',
    uscc: '91350100M000100Y43',
    independent: true,
    area: '220100',
    registeredOn: '2026-05-06',
    evidenceHash: hash('2'),
  },
  director: { subject: 'person-director', content: { name: '张三' } },
  reportHash: hash('3'),
  completion: [
    { id: 'laboratory', percent: 100 },
    { id: 'pilot-line', percent: 100 },
  ],
  justifications: [],
};

export function requested(round = 1): ProjectEvent {
  const { subjectHash, entity, director, reportHash, completion } = request;
  return {
    type: 'AcceptanceRequested',
    data: {
      caseId: 'case-1',
      round,
      subjectHash,
      leadUnit: 'org-lead',
      competentUnit: 'org-drc',
      province: '220000',
      members: ['org-university'],
      field: 'new-materials',
      proposedName: start.proposedName,
      director: director.subject,
      entity,
      reportHash,
      completion: [...completion],
      completionPercent: 100,
      findings: [],
      policyId: policy.id,
      policyHash: policy.hash,
    },
  };
}

export function concluded(round = 1): ProjectEvent {
  return {
    type: 'AcceptanceReviewConcluded',
    data: {
      round,
      reviewId: `case-1-acceptance-${round}`,
      recommendation: 'favourable',
      opinionHash: hash('4'),
    },
  };
}

export function acceptanceBeforePdrc(round = 1): ProjectEvent {
  return {
    type: 'AcceptanceDecisionProposed',
    data: {
      decisionId: `case-1-acceptance-${round}`,
      kind: 'acceptance',
      caseId: 'case-1',
      subject: 'project-case-1',
      subjectVersion: round,
      subjectHash: request.subjectHash,
      leadUnit: 'org-lead',
      competentUnit: 'org-drc',
      province: '220000',
      reviewId: `case-1-acceptance-${round}`,
      summary: {
        zh: `“${start.proposedName}”第${round}次验收`,
        en: `Acceptance of “${start.englishName}”, round ${round}`,
      },
    },
  };
}

export function decided(kind: string, number: number, outcome: string): RecordDecision {
  return {
    type: 'RecordDecision',
    decisionId: `case-1-${kind}-${number}`,
    subjectHash: kind === 'adjustment' ? propose.contentHash : request.subjectHash,
    outcome,
    article: kind === 'adjustment' ? 'Art. 16' : 'Art. 17',
    effectiveDate: '2028-02-10',
  };
}

/** Six months from 2028-02-10. */
export const rectifyBy = '2028-08-10T15:59:59.999Z';

export function ordered(number = 1, until = rectifyBy): ProjectEvent {
  return {
    type: 'RectificationOrdered',
    data: {
      number,
      decisionId: `case-1-acceptance-${number}`,
      dueAt: until,
      warnAt: warningAt(pack.parameters.rectificationWarningLead, until),
    },
  };
}

export function expired(number = 1, until = rectifyBy): ProjectEvent {
  return { type: 'RectificationPeriodExpired', data: { number, dueAt: until } };
}

export function revocationBeforePdrc(number = 1): ProjectEvent {
  return {
    type: 'RevocationDecisionProposed',
    data: {
      decisionId: `case-1-formation-revocation-${number}`,
      kind: 'formation-revocation',
      caseId: 'case-1',
      subject: 'project-case-1',
      subjectVersion: number,
      subjectHash: request.subjectHash,
      leadUnit: 'org-lead',
      competentUnit: 'org-drc',
      province: '220000',
      reviewId: null,
      summary: {
        zh: `撤销“${start.proposedName}”组建批复（第${number}次改进期限届满）`,
        en: `Revoking the formation approval of “${start.englishName}” (rectification period ${number} expired)`,
      },
      reason: '改进期限届满仍未完成',
    },
  };
}

/** Histories that lead to each status. */
export const histories = {
  'not-started': [],
  'under-construction': [started],
  'adjustment-proposed': [started, proposed()],
  'adjustment-decision-pending': [started, proposed(), adjustmentBeforePdrc()],
  'acceptance-requested': [started, requested()],
  'acceptance-decision-pending': [started, requested(), concluded(), acceptanceBeforePdrc()],
  rectification: [started, requested(), concluded(), acceptanceBeforePdrc(), ordered()],
  'rectification-expired': [started, requested(), concluded(), acceptanceBeforePdrc(), ordered(), expired()],
  'revocation-decision-pending': [
    started,
    requested(),
    concluded(),
    acceptanceBeforePdrc(),
    ordered(),
    expired(),
    revocationBeforePdrc(),
  ],
  accepted: [started, requested(), concluded(), acceptanceBeforePdrc(), passed()],
  revoked: [
    started,
    requested(),
    concluded(),
    acceptanceBeforePdrc(),
    ordered(),
    expired(),
    revocationBeforePdrc(),
    revoked(),
  ],
} as const satisfies Record<string, readonly ProjectEvent[]>;

export function passed(round = 1): ProjectEvent {
  return {
    type: 'AcceptancePassed',
    data: {
      caseId: 'case-1',
      round,
      decisionId: `case-1-acceptance-${round}`,
      proposedName: start.proposedName,
      englishName: start.englishName,
      leadUnit: 'org-lead',
      competentUnit: 'org-drc',
      province: '220000',
      area: '220100',
      field: 'new-materials',
      entity: request.entity,
      director: 'person-director',
      effectiveDate: '2028-02-10',
      policyId: policy.id,
      policyHash: policy.hash,
    },
  };
}

export function revoked(): ProjectEvent {
  return {
    type: 'FormationApprovalRevoked',
    data: {
      caseId: 'case-1',
      decisionId: 'case-1-formation-revocation-1',
      proposedName: start.proposedName,
      leadUnit: 'org-lead',
      competentUnit: 'org-drc',
      province: '220000',
      effectiveDate: '2028-02-10',
    },
  };
}
