import { AcceptanceDecisionProposed } from './acceptance-decision-proposed.v1.ts';
import { AcceptanceNotPassed } from './acceptance-not-passed.v1.ts';
import { AcceptancePassed } from './acceptance-passed.v1.ts';
import { AcceptanceRequested } from './acceptance-requested.v1.ts';
import { AcceptanceReviewConcluded } from './acceptance-review-concluded.v1.ts';
import { AcceptanceReviewWithdrawn } from './acceptance-review-withdrawn.v1.ts';
import { AdjustmentApproved } from './adjustment-approved.v1.ts';
import { AdjustmentDecisionProposed } from './adjustment-decision-proposed.v1.ts';
import { AdjustmentDeclined } from './adjustment-declined.v1.ts';
import { AdjustmentOpinionGiven } from './adjustment-opinion-given.v1.ts';
import { AdjustmentProposed } from './adjustment-proposed.v1.ts';
import { AdjustmentWithdrawn } from './adjustment-withdrawn.v1.ts';
import { ConstructionPeriodApproaching } from './construction-period-approaching.v1.ts';
import { ConstructionPeriodOverdue } from './construction-period-overdue.v1.ts';
import { FormationApprovalRevoked } from './formation-approval-revoked.v1.ts';
import { ProgressCorrected } from './progress-corrected.v1.ts';
import { ProgressReported } from './progress-reported.v1.ts';
import { ProjectCompetentUnitReassigned } from './project-competent-unit-reassigned.v1.ts';
import { ProjectHalted } from './project-halted.v1.ts';
import { ProjectResumed } from './project-resumed.v1.ts';
import { ProjectReviewersRecorded } from './project-reviewers-recorded.v1.ts';
import { ProjectStarted } from './project-started.v1.ts';
import { RectificationOrdered } from './rectification-ordered.v1.ts';
import { RectificationPeriodApproaching } from './rectification-period-approaching.v1.ts';
import { RectificationPeriodExpired } from './rectification-period-expired.v1.ts';
import { RevocationDecisionProposed } from './revocation-decision-proposed.v1.ts';

export * from './acceptance-decision-proposed.v1.ts';
export * from './acceptance-not-passed.v1.ts';
export * from './acceptance-passed.v1.ts';
export * from './acceptance-requested.v1.ts';
export * from './acceptance-review-concluded.v1.ts';
export * from './acceptance-review-withdrawn.v1.ts';
export * from './adjustment-approved.v1.ts';
export * from './adjustment-decision-proposed.v1.ts';
export * from './adjustment-declined.v1.ts';
export * from './adjustment-opinion-given.v1.ts';
export * from './adjustment-proposed.v1.ts';
export * from './adjustment-withdrawn.v1.ts';
export * from './construction-period-approaching.v1.ts';
export * from './construction-period-overdue.v1.ts';
export * from './formation-approval-revoked.v1.ts';
export * as constructionParts from './parts.ts';
export * from './progress-corrected.v1.ts';
export * from './progress-reported.v1.ts';
export * from './project-competent-unit-reassigned.v1.ts';
export * from './project-halted.v1.ts';
export * from './project-resumed.v1.ts';
export * from './project-reviewers-recorded.v1.ts';
export * from './project-started.v1.ts';
export * from './rectification-ordered.v1.ts';
export * from './rectification-period-approaching.v1.ts';
export * from './rectification-period-expired.v1.ts';
export * from './revocation-decision-proposed.v1.ts';

/** Contracts of every event the construction service records. */
export const constructionEvents = [
  ProjectStarted,
  ProjectCompetentUnitReassigned,
  ProjectHalted,
  ProjectResumed,
  ProgressReported,
  ProgressCorrected,
  AdjustmentProposed,
  AdjustmentWithdrawn,
  AdjustmentOpinionGiven,
  AdjustmentDecisionProposed,
  AdjustmentApproved,
  AdjustmentDeclined,
  AcceptanceRequested,
  ProjectReviewersRecorded,
  AcceptanceReviewConcluded,
  AcceptanceReviewWithdrawn,
  AcceptanceDecisionProposed,
  AcceptancePassed,
  AcceptanceNotPassed,
  RectificationOrdered,
  RectificationPeriodApproaching,
  RectificationPeriodExpired,
  RevocationDecisionProposed,
  FormationApprovalRevoked,
  ConstructionPeriodApproaching,
  ConstructionPeriodOverdue,
] as const;
