import type {
  AcceptanceDecisionProposed,
  AcceptanceNotPassed,
  AcceptancePassed,
  AcceptanceRequested,
  AcceptanceReviewConcluded,
  AcceptanceReviewWithdrawn,
  AdjustmentApproved,
  AdjustmentDecisionProposed,
  AdjustmentDeclined,
  AdjustmentOpinionGiven,
  AdjustmentProposed,
  AdjustmentWithdrawn,
  ConstructionPeriodApproaching,
  ConstructionPeriodOverdue,
  FormationApprovalRevoked,
  ProgressCorrected,
  ProgressReported,
  ProjectCompetentUnitReassigned,
  ProjectHalted,
  ProjectResumed,
  ProjectReviewersRecorded,
  ProjectStarted,
  RectificationOrdered,
  RectificationPeriodApproaching,
  RectificationPeriodExpired,
  RevocationDecisionProposed,
} from '@iic/contracts';

/** Everything that can have happened to a construction project. */
export type ProjectEvent =
  | ProjectStarted
  | ProjectCompetentUnitReassigned
  | ProjectHalted
  | ProjectResumed
  | ProgressReported
  | ProgressCorrected
  | AdjustmentProposed
  | AdjustmentWithdrawn
  | AdjustmentOpinionGiven
  | AdjustmentDecisionProposed
  | AdjustmentApproved
  | AdjustmentDeclined
  | AcceptanceRequested
  | ProjectReviewersRecorded
  | AcceptanceReviewConcluded
  | AcceptanceReviewWithdrawn
  | AcceptanceDecisionProposed
  | AcceptancePassed
  | AcceptanceNotPassed
  | RectificationOrdered
  | RectificationPeriodApproaching
  | RectificationPeriodExpired
  | RevocationDecisionProposed
  | FormationApprovalRevoked
  | ConstructionPeriodApproaching
  | ConstructionPeriodOverdue;

export type PlannedMilestone = ProjectStarted['data']['milestones'][number];
export type ProgressReport = Omit<ProgressReported['data'], 'publicSpendFen'>;
export type MilestoneProgress = ProgressReport['milestones'][number];
export type SourceAmount = ProgressReport['spend'][number];
export type AdjustmentChanges = AdjustmentProposed['data']['changes'];
export type ProjectFinding = AcceptanceRequested['data']['findings'][number];
export type RegisteredEntity = AcceptanceRequested['data']['entity'];
