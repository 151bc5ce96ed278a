import type {
  ApplicationReturnedAtFormalityCheck,
  ApplicationReturnedForSupplement,
  ApplicationRevised,
  ApplicationSubmitted,
} from '@iic/contracts';
import type { EventMeta } from '@iic/event-sourcing';
import type { ApplicationEvent, ContentEvent } from './events.ts';
import type { ApplicationCase, CaseFacts, SubmittedVersion } from './state.ts';

type StepEvent = Exclude<ApplicationEvent, ContentEvent | { type: 'ApplicationDrafted' }>;

/** The case after a step; what belonged to the status it leaves stays behind. */
export function evolveStep(state: ApplicationCase, event: StepEvent, meta: EventMeta): ApplicationCase {
  const facts = { ...factsOf(state), since: meta.recordedAt };
  switch (event.type) {
    case 'ApplicationSubmitted':
      return {
        ...withVersion(facts, event, meta),
        transmittal: null,
        status: 'submitted',
        dueAt: event.data.dueAt,
      };
    case 'PreliminaryReviewPassed':
      return { ...facts, status: 'passed', opinion: event.data.opinion };
    case 'ApplicationReturnedForSupplement':
      return { ...facts, status: 'returned', by: 'competent-unit', ...returnedWith(event) };
    case 'PreliminaryReviewRejected':
      return { ...facts, status: 'rejected', reason: event.data.reasons };
    case 'ApplicationFiled':
      return { ...facts, filed: true, filedAt: meta.recordedAt, status: 'filed', dueAt: event.data.dueAt };
    case 'ApplicationAccepted':
      return { ...facts, acceptedAt: meta.recordedAt, status: 'accepted', withdrawalRequested: false };
    case 'ApplicationReturnedAtFormalityCheck':
      return { ...facts, status: 'returned', by: 'pdrc', ...returnedWith(event) };
    case 'ApplicationRefused':
      return { ...facts, status: 'refused', reason: event.data.reasons };
    case 'ApplicationWithdrawn':
      return { ...facts, status: 'withdrawn', reason: event.data.reason };
    case 'ApplicationDeclined':
      return { ...facts, status: 'declined', decisionId: event.data.decisionId };
    case 'ApplicationApproved':
      return { ...facts, status: 'approved', decisionId: event.data.decisionId };
    case 'FormationReviewStarted':
    case 'CaseReviewersRecorded':
    case 'FormationReviewRecorded':
    case 'FormationReviewAbandoned':
    case 'FormationDecisionProposed':
    case 'RevisionRequested':
    case 'ApplicationRevised':
    case 'WithdrawalRequested':
    case 'WithdrawalRequestRefused':
      return evolveReview(state, facts, event, meta);
    default:
      return { ...state, ...amended(state, event) };
  }
}

type ReviewEvent = Extract<
  StepEvent,
  {
    type:
      | 'FormationReviewStarted'
      | 'CaseReviewersRecorded'
      | 'FormationReviewRecorded'
      | 'FormationReviewAbandoned'
      | 'FormationDecisionProposed'
      | 'RevisionRequested'
      | 'ApplicationRevised'
      | 'WithdrawalRequested'
      | 'WithdrawalRequestRefused';
  }
>;

/** Steps between acceptance and decision. */
function evolveReview(
  state: ApplicationCase,
  facts: CaseFacts,
  event: ReviewEvent,
  meta: EventMeta,
): ApplicationCase {
  const withdrawalRequested = 'withdrawalRequested' in state && state.withdrawalRequested;
  switch (event.type) {
    case 'FormationReviewStarted':
      return {
        ...facts,
        status: 'under-review',
        withdrawalRequested,
        reviewId: event.data.reviewId,
        reviewers: [],
      };
    case 'CaseReviewersRecorded':
      return state.status === 'under-review' ? { ...state, reviewers: event.data.reviewers } : state;
    case 'FormationReviewRecorded':
      return { ...facts, status: 'awaiting-decision', withdrawalRequested, reviewId: event.data.reviewId };
    case 'FormationReviewAbandoned':
      return {
        ...facts,
        status: 'returned',
        by: 'pdrc',
        points: [{ subject: 'general', text: event.data.reason }],
        dueAt: event.data.dueAt,
      };
    case 'FormationDecisionProposed':
      return { ...state, decisions: withDecision(state.decisions, event.data.decisionId) };
    case 'RevisionRequested':
      return {
        ...facts,
        status: 'in-revision',
        withdrawalRequested,
        reviewId: reviewOf(state),
        points: event.data.points,
        dueAt: event.data.dueAt,
      };
    case 'ApplicationRevised':
      return {
        ...withVersion(facts, event, meta),
        status: 'awaiting-decision',
        withdrawalRequested,
        reviewId: reviewOf(state),
      };
    case 'WithdrawalRequested':
      return 'withdrawalRequested' in state ? { ...state, withdrawalRequested: true } : state;
    case 'WithdrawalRequestRefused':
      return 'withdrawalRequested' in state ? { ...state, withdrawalRequested: false } : state;
    default:
      return event satisfies never;
  }
}

type AmendingEvent = Extract<
  StepEvent,
  {
    type:
      | 'ParticipationConfirmed'
      | 'ContactNamed'
      | 'TruthfulnessCommitted'
      | 'SealedScanBound'
      | 'TransmittalIssued'
      | 'CaseCompetentUnitReassigned';
  }
>;

/** What changes without a change of status. */
function amended(facts: CaseFacts, event: AmendingEvent): Partial<CaseFacts> {
  switch (event.type) {
    case 'ParticipationConfirmed':
      return { confirmations: { ...facts.confirmations, [event.data.organisation]: event.data.forms } };
    case 'ContactNamed':
      return { contacts: { ...facts.contacts, [event.data.role]: event.data.person } };
    case 'TruthfulnessCommitted':
      return { commitment: event.data };
    case 'SealedScanBound': {
      const { manifestHash, scan } = event.data;
      const bound = facts.scans[manifestHash] ?? [];
      return { scans: { ...facts.scans, [manifestHash]: [...bound, scan.hash] } };
    }
    case 'TransmittalIssued': {
      const { documentNumber, opinion } = event.data;
      return { transmittal: { documentNumber, opinion } };
    }
    case 'CaseCompetentUnitReassigned':
      return { competentUnit: event.data.competentUnit };
    default:
      return event satisfies never;
  }
}

function returnedWith({ data }: ApplicationReturnedForSupplement | ApplicationReturnedAtFormalityCheck) {
  return { points: data.points, dueAt: data.dueAt };
}

function factsOf(state: ApplicationCase): CaseFacts {
  const { caseId, leadUnit, competentUnit, province, policy, content, contacts } = state;
  const { confirmations, commitment, scans, versions, transmittal, proposedNames, decisions } = state;
  const { draftedAt, filed, filedAt, acceptedAt, since } = state;
  return {
    caseId,
    leadUnit,
    competentUnit,
    province,
    policy,
    content,
    contacts,
    confirmations,
    commitment,
    scans,
    versions,
    transmittal,
    proposedNames,
    decisions,
    draftedAt,
    filed,
    filedAt,
    acceptedAt,
    since,
  };
}

function withVersion(
  facts: CaseFacts,
  event: ApplicationSubmitted | ApplicationRevised,
  meta: EventMeta,
): CaseFacts {
  const { version, manifestHash, manifest, signer, findings } = event.data;
  const duplicates = event.type === 'ApplicationSubmitted' ? event.data.duplicates : [];
  const submitted: SubmittedVersion = {
    version,
    manifestHash,
    manifest,
    signer,
    submittedAt: meta.recordedAt,
    findings,
    duplicates,
  };
  return { ...facts, versions: [...facts.versions, submitted] };
}

/** The decisions with the current one last; proposing a new version of its subject changes nothing here. */
function withDecision(decisions: readonly string[], proposed: string): readonly string[] {
  return decisions.at(-1) === proposed ? decisions : [...decisions, proposed];
}

function reviewOf(state: ApplicationCase): string {
  if ('reviewId' in state) return state.reviewId;
  throw new TypeError(`Case ${state.caseId} is ${state.status}, without a review.`);
}
