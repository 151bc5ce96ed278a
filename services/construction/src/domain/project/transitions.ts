import type { ProjectEvent } from './events.ts';
import type { ProjectStatus } from './state.ts';

/** Where each fact leads, by the status it is recorded in. Facts that are left out change no status. */
export const projectTransitions = {
  'not-started': { ProjectStarted: ['under-construction'] },
  'under-construction': {
    AdjustmentProposed: ['adjustment-proposed'],
    AcceptanceRequested: ['acceptance-requested'],
  },
  'adjustment-proposed': {
    AdjustmentDecisionProposed: ['adjustment-decision-pending'],
    AdjustmentWithdrawn: ['under-construction'],
  },
  'adjustment-decision-pending': {
    AdjustmentApproved: ['under-construction'],
    AdjustmentDeclined: ['under-construction'],
  },
  'acceptance-requested': {
    AcceptanceDecisionProposed: ['acceptance-decision-pending'],
    AcceptanceReviewWithdrawn: ['under-construction', 'rectification', 'rectification-expired'],
  },
  'acceptance-decision-pending': {
    AcceptancePassed: ['accepted'],
    AcceptanceNotPassed: ['rectification', 'rectification-expired'],
    RectificationOrdered: ['rectification'],
  },
  rectification: {
    AcceptanceRequested: ['acceptance-requested'],
    RectificationPeriodExpired: ['rectification-expired'],
  },
  'rectification-expired': {
    AcceptanceRequested: ['acceptance-requested'],
    RevocationDecisionProposed: ['revocation-decision-pending'],
  },
  'revocation-decision-pending': {
    FormationApprovalRevoked: ['revoked'],
    RectificationOrdered: ['rectification'],
  },
  accepted: {},
  revoked: {},
} as const satisfies Record<ProjectStatus, Partial<Record<ProjectEvent['type'], readonly ProjectStatus[]>>>;
