import type {
  ApplicationAccepted,
  ApplicationApproved,
  ApplicationDeclined,
  ApplicationDrafted,
  ApplicationFiled,
  ApplicationRefused,
  ApplicationReturnedAtFormalityCheck,
  ApplicationReturnedForSupplement,
  ApplicationRevised,
  ApplicationSubmitted,
  ApplicationWithdrawn,
  AttachmentAdded,
  AttachmentRemoved,
  CaseCompetentUnitReassigned,
  CaseReviewersRecorded,
  CenterEntityDescribed,
  CenterNameProposed,
  ChapterWritten,
  ConditionClaimed,
  ConstructionPlanned,
  ContactNamed,
  FindingJustified,
  FormationDecisionProposed,
  FormationReviewAbandoned,
  FormationReviewRecorded,
  FormationReviewStarted,
  InvestmentPlanned,
  LeadUnitTakenOver,
  MemberListed,
  MemberRemoved,
  ParticipationConfirmed,
  PlatformsListed,
  PreliminaryReviewPassed,
  PreliminaryReviewRejected,
  RevisionRequested,
  SealedScanBound,
  StrategicFieldChosen,
  TransmittalIssued,
  TruthfulnessCommitted,
  WithdrawalRequested,
  WithdrawalRequestRefused,
} from '@iic/contracts';

/** Facts that change what the application says. */
export type ContentEvent =
  | LeadUnitTakenOver
  | StrategicFieldChosen
  | CenterNameProposed
  | CenterEntityDescribed
  | MemberListed
  | MemberRemoved
  | PlatformsListed
  | InvestmentPlanned
  | ConstructionPlanned
  | ConditionClaimed
  | ChapterWritten
  | AttachmentAdded
  | AttachmentRemoved
  | FindingJustified;

/** Every fact of an application's stream. */
export type ApplicationEvent =
  | ContentEvent
  | ApplicationDrafted
  | ParticipationConfirmed
  | ContactNamed
  | TruthfulnessCommitted
  | SealedScanBound
  | ApplicationSubmitted
  | PreliminaryReviewPassed
  | TransmittalIssued
  | ApplicationReturnedForSupplement
  | PreliminaryReviewRejected
  | ApplicationFiled
  | ApplicationAccepted
  | ApplicationReturnedAtFormalityCheck
  | ApplicationRefused
  | ApplicationWithdrawn
  | FormationReviewStarted
  | CaseReviewersRecorded
  | FormationReviewRecorded
  | FormationReviewAbandoned
  | FormationDecisionProposed
  | RevisionRequested
  | ApplicationRevised
  | WithdrawalRequested
  | WithdrawalRequestRefused
  | ApplicationDeclined
  | ApplicationApproved
  | CaseCompetentUnitReassigned;
