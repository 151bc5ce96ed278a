import { ConflictDeclared } from './conflict-declared.v1.ts';
import { ConflictFound } from './conflict-found.v1.ts';
import { DecisionAmended } from './decision-amended.v1.ts';
import { DecisionAnnulled } from './decision-annulled.v1.ts';
import { DecisionApproved } from './decision-approved.v1.ts';
import { DecisionChangeApproved } from './decision-change-approved.v1.ts';
import { DecisionChangeProposed } from './decision-change-proposed.v1.ts';
import { DecisionChangeReturned } from './decision-change-returned.v1.ts';
import { DecisionCompetentUnitReassigned } from './decision-competent-unit-reassigned.v1.ts';
import { DecisionCorrected } from './decision-corrected.v1.ts';
import { DecisionDocumented } from './decision-documented.v1.ts';
import { DecisionNumbered } from './decision-numbered.v1.ts';
import { DecisionOpened } from './decision-opened.v1.ts';
import { DecisionPrepared } from './decision-prepared.v1.ts';
import { DecisionResumed } from './decision-resumed.v1.ts';
import { DecisionReturned } from './decision-returned.v1.ts';
import { DecisionSerialAssigned } from './decision-serial-assigned.v1.ts';
import { DecisionSubjectChanged } from './decision-subject-changed.v1.ts';
import { DecisionSuspended } from './decision-suspended.v1.ts';
import { DecisionTaken } from './decision-taken.v1.ts';
import { DecisionVoided } from './decision-voided.v1.ts';
import { DepartmentOpinionRecorded } from './department-opinion-recorded.v1.ts';
import { DepartmentOpinionRequested } from './department-opinion-requested.v1.ts';
import { DepartmentOpinionWaived } from './department-opinion-waived.v1.ts';
import { DrawCancelled } from './draw-cancelled.v1.ts';
import { DrawOrdered } from './draw-ordered.v1.ts';
import { DrawPoolFrozen } from './draw-pool-frozen.v1.ts';
import { DrawSeedCommitted } from './draw-seed-committed.v1.ts';
import { DrawSeedOpened } from './draw-seed-opened.v1.ts';
import { ExpertRegistered } from './expert-registered.v1.ts';
import { ExpertReinstated } from './expert-reinstated.v1.ts';
import { ExpertRevised } from './expert-revised.v1.ts';
import { ExpertSuspended } from './expert-suspended.v1.ts';
import { InvitationAccepted } from './invitation-accepted.v1.ts';
import { InvitationRefused } from './invitation-refused.v1.ts';
import { MeritRoundRanked } from './merit-round-ranked.v1.ts';
import { OfficialDocumentIssued } from './official-document-issued.v1.ts';
import { OfficialDocumentWithdrawn } from './official-document-withdrawn.v1.ts';
import { PanelComposed } from './panel-composed.v1.ts';
import { PanelMemberExcused } from './panel-member-excused.v1.ts';
import { PanelMemberReplaced } from './panel-member-replaced.v1.ts';
import { PanelOpinionRecorded } from './panel-opinion-recorded.v1.ts';
import { PanelOpinionSigned } from './panel-opinion-signed.v1.ts';
import { PanelOpinionVoided } from './panel-opinion-voided.v1.ts';
import { PanelReduced } from './panel-reduced.v1.ts';
import { ReviewCompetentUnitReassigned } from './review-competent-unit-reassigned.v1.ts';
import { ReviewConcluded } from './review-concluded.v1.ts';
import { ReviewOpened } from './review-opened.v1.ts';
import { ReviewWithdrawn } from './review-withdrawn.v1.ts';
import { ReviewersChanged } from './reviewers-changed.v1.ts';
import { ScoresheetRevised } from './scoresheet-revised.v1.ts';
import { ScoresheetSubmitted } from './scoresheet-submitted.v1.ts';
import { ScoresheetVoided } from './scoresheet-voided.v1.ts';
import { SiteVisitRecorded } from './site-visit-recorded.v1.ts';
import { WithdrawalRefused } from './withdrawal-refused.v1.ts';

export * from './conflict-declared.v1.ts';
export * from './conflict-found.v1.ts';
export * from './decision-amended.v1.ts';
export * from './decision-annulled.v1.ts';
export * from './decision-approved.v1.ts';
export * from './decision-change-approved.v1.ts';
export * from './decision-change-proposed.v1.ts';
export * from './decision-change-returned.v1.ts';
export * from './decision-competent-unit-reassigned.v1.ts';
export * from './decision-corrected.v1.ts';
export * from './decision-documented.v1.ts';
export * from './decision-numbered.v1.ts';
export * from './decision-opened.v1.ts';
export * from './decision-prepared.v1.ts';
export * from './decision-resumed.v1.ts';
export * from './decision-returned.v1.ts';
export * from './decision-serial-assigned.v1.ts';
export * from './decision-subject-changed.v1.ts';
export * from './decision-suspended.v1.ts';
export * from './decision-taken.v1.ts';
export * from './decision-voided.v1.ts';
export * from './department-opinion-recorded.v1.ts';
export * from './department-opinion-requested.v1.ts';
export * from './department-opinion-waived.v1.ts';
export * from './draw-cancelled.v1.ts';
export * from './draw-ordered.v1.ts';
export * from './draw-pool-frozen.v1.ts';
export * from './draw-seed-committed.v1.ts';
export * from './draw-seed-opened.v1.ts';
export * from './expert-registered.v1.ts';
export * from './expert-reinstated.v1.ts';
export * from './expert-revised.v1.ts';
export * from './expert-suspended.v1.ts';
export * from './invitation-accepted.v1.ts';
export * from './invitation-refused.v1.ts';
export * from './merit-round-ranked.v1.ts';
export * from './official-document-issued.v1.ts';
export * from './official-document-withdrawn.v1.ts';
export * from './panel-composed.v1.ts';
export * from './panel-member-excused.v1.ts';
export * from './panel-member-replaced.v1.ts';
export * from './panel-opinion-recorded.v1.ts';
export * from './panel-opinion-signed.v1.ts';
export * from './panel-opinion-voided.v1.ts';
export * from './panel-reduced.v1.ts';
export * as evaluationParts from './parts.ts';
export * from './review-competent-unit-reassigned.v1.ts';
export * from './review-concluded.v1.ts';
export * from './review-opened.v1.ts';
export * from './review-withdrawn.v1.ts';
export * from './reviewers-changed.v1.ts';
export * from './scoresheet-revised.v1.ts';
export * from './scoresheet-submitted.v1.ts';
export * from './scoresheet-voided.v1.ts';
export * from './site-visit-recorded.v1.ts';
export * from './withdrawal-refused.v1.ts';

/** Every event contract of evaluation. */
export const evaluationEvents = [
  ExpertRegistered,
  ExpertRevised,
  ExpertSuspended,
  ExpertReinstated,
  ReviewOpened,
  ReviewCompetentUnitReassigned,
  DrawSeedCommitted,
  DrawPoolFrozen,
  DrawSeedOpened,
  DrawOrdered,
  DrawCancelled,
  PanelComposed,
  InvitationAccepted,
  InvitationRefused,
  ReviewersChanged,
  PanelMemberExcused,
  ConflictDeclared,
  ConflictFound,
  PanelMemberReplaced,
  PanelReduced,
  SiteVisitRecorded,
  ScoresheetSubmitted,
  ScoresheetRevised,
  ScoresheetVoided,
  PanelOpinionRecorded,
  PanelOpinionSigned,
  PanelOpinionVoided,
  ReviewConcluded,
  ReviewWithdrawn,
  WithdrawalRefused,
  MeritRoundRanked,
  DecisionOpened,
  DecisionCompetentUnitReassigned,
  DepartmentOpinionRequested,
  DepartmentOpinionRecorded,
  DepartmentOpinionWaived,
  DecisionPrepared,
  DecisionReturned,
  DecisionApproved,
  DecisionSubjectChanged,
  DecisionTaken,
  DecisionNumbered,
  DecisionVoided,
  DecisionDocumented,
  DecisionChangeProposed,
  DecisionChangeReturned,
  DecisionChangeApproved,
  DecisionCorrected,
  DecisionAmended,
  DecisionSuspended,
  DecisionResumed,
  DecisionAnnulled,
  DecisionSerialAssigned,
  OfficialDocumentIssued,
  OfficialDocumentWithdrawn,
] as const;
