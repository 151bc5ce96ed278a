import type {
  DecisionAmended,
  DecisionAnnulled,
  DecisionApproved,
  DecisionChangeApproved,
  DecisionChangeProposed,
  DecisionChangeReturned,
  DecisionCompetentUnitReassigned,
  DecisionCorrected,
  DecisionDocumented,
  DecisionNumbered,
  DecisionOpened,
  DecisionPrepared,
  DecisionResumed,
  DecisionReturned,
  DecisionSubjectChanged,
  DecisionSuspended,
  DecisionTaken,
  DecisionVoided,
  DepartmentOpinionRecorded,
  DepartmentOpinionRequested,
  DepartmentOpinionWaived,
} from '@iic/contracts';

/** Every fact of a decision's stream. */
export type DecisionEvent =
  | DecisionOpened
  | DecisionCompetentUnitReassigned
  | DecisionSubjectChanged
  | DepartmentOpinionRequested
  | DepartmentOpinionRecorded
  | DepartmentOpinionWaived
  | DecisionPrepared
  | DecisionReturned
  | DecisionApproved
  | DecisionTaken
  | DecisionNumbered
  | DecisionVoided
  | DecisionDocumented
  | DecisionChangeProposed
  | DecisionChangeReturned
  | DecisionChangeApproved
  | DecisionCorrected
  | DecisionAmended
  | DecisionSuspended
  | DecisionResumed
  | DecisionAnnulled;

/** What the owner of a subject asks the PDRC to decide. */
export type Proposal = Omit<DecisionOpened['data'], 'policyId' | 'policyHash'>;

/** A preparation as it is put before the deciders. */
export type Preparation = DecisionPrepared['data'];

/** A change put before the deciders. */
export type ProposedChange = DecisionChangeProposed['data'];
