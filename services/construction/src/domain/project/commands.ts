import type { Instant, PersonalPart } from '@iic/event-sourcing';
import type {
  AdjustmentChanges,
  MilestoneProgress,
  ProgressReport,
  ProjectEvent,
  RegisteredEntity,
} from './events.ts';

/** Why a finding that needs a justification should not stand in the way. */
export interface Justification {
  /** Code of the finding. */
  readonly finding: string;
  readonly text: string;
}

/** Intake's approval of the formation plan starts the construction. */
export interface StartProject extends Omit<StartedData, 'dueAt' | 'warnAt' | 'publicPlannedFen'> {
  readonly type: 'StartProject';
}

export interface ReassignCompetentUnit {
  readonly type: 'ReassignCompetentUnit';
  readonly competentUnit: string;
}

export interface ReportProgress {
  readonly type: 'ReportProgress';
  readonly report: ProgressReport;
}

/** Replaces the whole report of a period that was reported before. */
export interface CorrectProgress {
  readonly type: 'CorrectProgress';
  readonly report: ProgressReport;
  readonly reason: string;
}

export interface ProposeAdjustment {
  readonly type: 'ProposeAdjustment';
  readonly changes: AdjustmentChanges;
  /** SHA-256 of the canonical JSON of changes and reason. */
  readonly contentHash: string;
  readonly reason: string;
  readonly justifications: readonly Justification[];
}

export interface WithdrawAdjustment {
  readonly type: 'WithdrawAdjustment';
  readonly number: number;
  readonly reason: string;
}

/** The competent unit's opinion puts the adjustment to the PDRC. */
export interface GiveAdjustmentOpinion {
  readonly type: 'GiveAdjustmentOpinion';
  readonly number: number;
  readonly opinion: 'supports' | 'objects';
  readonly text: string;
  readonly documentHash: string | null;
}

/** The PDRC takes the adjustment up without waiting for the opinion, which is a platform default. */
export interface ProposeAdjustmentDecision {
  readonly type: 'ProposeAdjustmentDecision';
  readonly number: number;
}

export interface RequestAcceptance {
  readonly type: 'RequestAcceptance';
  /** SHA-256 of the canonical JSON of the whole request. */
  readonly subjectHash: string;
  readonly entity: RegisteredEntity;
  /** Subject id, name and contacts of the director; stored encrypted. */
  readonly director: PersonalPart;
  readonly reportHash: string;
  readonly completion: readonly MilestoneProgress[];
  readonly justifications: readonly Justification[];
}

/** Evaluation told who reviews the acceptance of the subject with this hash. */
export interface RecordReviewers {
  readonly type: 'RecordReviewers';
  readonly reviewId: string;
  readonly subjectHash: string;
  /** Experts who may read the project, all of them. */
  readonly reviewers: readonly string[];
}

/** Evaluation concluded the acceptance review of the subject with this hash. */
export interface RecordReviewConclusion {
  readonly type: 'RecordReviewConclusion';
  readonly reviewId: string;
  readonly subjectHash: string;
  readonly recommendation: string;
  readonly opinionHash: string;
}

/** The review ended without a conclusion. */
export interface RecordReviewWithdrawal {
  readonly type: 'RecordReviewWithdrawal';
  readonly reviewId: string;
  readonly subjectHash: string;
  /** `applicant` or `pdrc`. */
  readonly basis: string;
}

export interface ProposeRevocation {
  readonly type: 'ProposeRevocation';
  /** SHA-256 of the canonical JSON of the proposal. */
  readonly subjectHash: string;
  readonly reason: string;
}

/** The PDRC took a decision that this project had proposed. */
export interface RecordDecision {
  readonly type: 'RecordDecision';
  readonly decisionId: string;
  readonly subjectHash: string;
  readonly outcome: string;
  readonly article: string;
  /** Day from which the decision holds, in Asia/Shanghai. */
  readonly effectiveDate: string;
  /** Length of the rectification period, where the decision sets one. */
  readonly rectificationMonths?: number;
  /** End of the construction or rectification period, where the decision names a day itself. */
  readonly newDueAt?: Instant;
}

/** The decision that approved the formation was changed. */
export interface RecordApprovalChange {
  readonly type: 'RecordApprovalChange';
  readonly decisionId: string;
  readonly change: 'suspended' | 'resumed' | 'annulled';
}

/** A deadline of this project fired. */
export interface PassDeadline {
  readonly type: 'PassDeadline';
  readonly kind: DeadlineKind;
  /** When it was due to fire. */
  readonly dueAt: Instant;
}

export type DeadlineKind =
  | 'construction-period-approaching'
  | 'construction-period'
  | 'rectification-period-approaching'
  | 'rectification-period';

/** What a person may do with a project. */
export type ProjectAct =
  | ReportProgress
  | CorrectProgress
  | ProposeAdjustment
  | WithdrawAdjustment
  | GiveAdjustmentOpinion
  | ProposeAdjustmentDecision
  | RequestAcceptance
  | ProposeRevocation;

/** What follows from other services' events and from time. */
export type ProjectReaction =
  | StartProject
  | ReassignCompetentUnit
  | RecordReviewers
  | RecordReviewConclusion
  | RecordReviewWithdrawal
  | RecordApprovalChange
  | RecordDecision
  | PassDeadline;

export type ProjectCommand = ProjectAct | ProjectReaction;

type StartedData = Extract<ProjectEvent, { type: 'ProjectStarted' }>['data'];
