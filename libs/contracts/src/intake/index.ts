import { ApplicationAccepted } from './application-accepted.v1.ts';
import { ApplicationApproved } from './application-approved.v1.ts';
import { ApplicationDeclined } from './application-declined.v1.ts';
import { ApplicationDrafted } from './application-drafted.v1.ts';
import { ApplicationFiled } from './application-filed.v1.ts';
import { ApplicationRefused } from './application-refused.v1.ts';
import { ApplicationReturnedAtFormalityCheck } from './application-returned-at-formality-check.v1.ts';
import { ApplicationReturnedForSupplement } from './application-returned-for-supplement.v1.ts';
import { ApplicationRevised } from './application-revised.v1.ts';
import { ApplicationSubmitted } from './application-submitted.v1.ts';
import { ApplicationWithdrawn } from './application-withdrawn.v1.ts';
import { AttachmentAdded } from './attachment-added.v1.ts';
import { AttachmentRemoved } from './attachment-removed.v1.ts';
import { CaseCompetentUnitReassigned } from './case-competent-unit-reassigned.v1.ts';
import { CaseReviewersRecorded } from './case-reviewers-recorded.v1.ts';
import { CenterEntityDescribed } from './center-entity-described.v1.ts';
import { CenterNameProposed } from './center-name-proposed.v1.ts';
import { ChapterWritten } from './chapter-written.v1.ts';
import { ConditionClaimed } from './condition-claimed.v1.ts';
import { ConstructionPlanned } from './construction-planned.v1.ts';
import { ContactNamed } from './contact-named.v1.ts';
import { FindingJustified } from './finding-justified.v1.ts';
import { FormationDecisionProposed } from './formation-decision-proposed.v1.ts';
import { FormationReviewAbandoned } from './formation-review-abandoned.v1.ts';
import { FormationReviewRecorded } from './formation-review-recorded.v1.ts';
import { FormationReviewStarted } from './formation-review-started.v1.ts';
import { InvestmentPlanned } from './investment-planned.v1.ts';
import { LeadUnitTakenOver } from './lead-unit-taken-over.v1.ts';
import { MemberListed } from './member-listed.v1.ts';
import { MemberRemoved } from './member-removed.v1.ts';
import { NameReleased } from './name-released.v1.ts';
import { NameReserved } from './name-reserved.v1.ts';
import { OrganisationCompetentUnitReassigned } from './organisation-competent-unit-reassigned.v1.ts';
import { OrganisationCorrected } from './organisation-corrected.v1.ts';
import { OrganisationRegistered } from './organisation-registered.v1.ts';
import { ParticipationConfirmed } from './participation-confirmed.v1.ts';
import { PlatformsListed } from './platforms-listed.v1.ts';
import { PreliminaryReviewPassed } from './preliminary-review-passed.v1.ts';
import { PreliminaryReviewRejected } from './preliminary-review-rejected.v1.ts';
import { RevisionRequested } from './revision-requested.v1.ts';
import { SealedScanBound } from './sealed-scan-bound.v1.ts';
import { StrategicFieldChosen } from './strategic-field-chosen.v1.ts';
import { TransmittalIssued } from './transmittal-issued.v1.ts';
import { TruthfulnessCommitted } from './truthfulness-committed.v1.ts';
import { UsccReserved } from './uscc-reserved.v1.ts';
import { WithdrawalRequestRefused } from './withdrawal-request-refused.v1.ts';
import { WithdrawalRequested } from './withdrawal-requested.v1.ts';

export * from './application-accepted.v1.ts';
export * from './application-approved.v1.ts';
export * from './application-declined.v1.ts';
export * from './application-drafted.v1.ts';
export * from './application-filed.v1.ts';
export * from './application-refused.v1.ts';
export * from './application-returned-at-formality-check.v1.ts';
export * from './application-returned-for-supplement.v1.ts';
export * from './application-revised.v1.ts';
export * from './application-submitted.v1.ts';
export * from './application-withdrawn.v1.ts';
export * from './attachment-added.v1.ts';
export * from './attachment-removed.v1.ts';
export * from './case-competent-unit-reassigned.v1.ts';
export * from './case-reviewers-recorded.v1.ts';
export * from './center-entity-described.v1.ts';
export * from './center-name-proposed.v1.ts';
export * from './chapter-written.v1.ts';
export * from './condition-claimed.v1.ts';
export * from './construction-planned.v1.ts';
export * from './contact-named.v1.ts';
export * from './finding-justified.v1.ts';
export * from './formation-decision-proposed.v1.ts';
export * from './formation-review-abandoned.v1.ts';
export * from './formation-review-recorded.v1.ts';
export * from './formation-review-started.v1.ts';
export * from './investment-planned.v1.ts';
export * from './lead-unit-taken-over.v1.ts';
export * from './member-listed.v1.ts';
export * from './member-removed.v1.ts';
export * from './name-released.v1.ts';
export * from './name-reserved.v1.ts';
export * from './organisation-competent-unit-reassigned.v1.ts';
export * from './organisation-corrected.v1.ts';
export * from './organisation-registered.v1.ts';
export * from './participation-confirmed.v1.ts';
export * as intakeParts from './parts.ts';
export * from './platforms-listed.v1.ts';
export * from './preliminary-review-passed.v1.ts';
export * from './preliminary-review-rejected.v1.ts';
export * from './revision-requested.v1.ts';
export * from './sealed-scan-bound.v1.ts';
export * from './strategic-field-chosen.v1.ts';
export * from './transmittal-issued.v1.ts';
export * from './truthfulness-committed.v1.ts';
export * from './uscc-reserved.v1.ts';
export * from './withdrawal-request-refused.v1.ts';
export * from './withdrawal-requested.v1.ts';

/** Every event contract of intake. */
export const intakeEvents = [
  OrganisationRegistered,
  OrganisationCorrected,
  OrganisationCompetentUnitReassigned,
  UsccReserved,
  NameReserved,
  NameReleased,
  ApplicationDrafted,
  LeadUnitTakenOver,
  StrategicFieldChosen,
  CenterNameProposed,
  CenterEntityDescribed,
  MemberListed,
  MemberRemoved,
  ParticipationConfirmed,
  PlatformsListed,
  InvestmentPlanned,
  ConstructionPlanned,
  ConditionClaimed,
  ChapterWritten,
  AttachmentAdded,
  AttachmentRemoved,
  FindingJustified,
  ContactNamed,
  TruthfulnessCommitted,
  SealedScanBound,
  ApplicationSubmitted,
  PreliminaryReviewPassed,
  TransmittalIssued,
  ApplicationReturnedForSupplement,
  PreliminaryReviewRejected,
  ApplicationFiled,
  ApplicationAccepted,
  ApplicationReturnedAtFormalityCheck,
  ApplicationRefused,
  ApplicationWithdrawn,
  FormationReviewStarted,
  CaseReviewersRecorded,
  FormationReviewRecorded,
  FormationReviewAbandoned,
  RevisionRequested,
  ApplicationRevised,
  WithdrawalRequested,
  WithdrawalRequestRefused,
  ApplicationDeclined,
  ApplicationApproved,
  CaseCompetentUnitReassigned,
  FormationDecisionProposed,
] as const;
