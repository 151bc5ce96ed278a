import type { ApplicationEvent } from './events.ts';
import type { Status } from './state.ts';

/** Where each fact leads, by the status it is recorded in. Facts that are left out change no status. */
export const applicationTransitions = {
  none: { ApplicationDrafted: ['draft'] },
  draft: { ApplicationSubmitted: ['submitted'], ApplicationWithdrawn: ['withdrawn'] },
  submitted: {
    PreliminaryReviewPassed: ['passed'],
    ApplicationReturnedForSupplement: ['returned'],
    PreliminaryReviewRejected: ['rejected'],
    ApplicationWithdrawn: ['withdrawn'],
  },
  returned: { ApplicationSubmitted: ['submitted'], ApplicationWithdrawn: ['withdrawn'] },
  passed: { ApplicationFiled: ['filed'], ApplicationWithdrawn: ['withdrawn'] },
  rejected: {},
  filed: {
    ApplicationAccepted: ['accepted'],
    ApplicationReturnedAtFormalityCheck: ['returned'],
    ApplicationRefused: ['refused'],
    ApplicationWithdrawn: ['withdrawn'],
  },
  accepted: {
    FormationReviewStarted: ['under-review'],
    FormationReviewRecorded: ['awaiting-decision'],
    FormationReviewAbandoned: ['returned'],
    ApplicationWithdrawn: ['withdrawn'],
  },
  'under-review': {
    FormationReviewRecorded: ['awaiting-decision'],
    FormationReviewAbandoned: ['returned'],
    ApplicationWithdrawn: ['withdrawn'],
  },
  'awaiting-decision': {
    RevisionRequested: ['in-revision'],
    ApplicationApproved: ['approved'],
    ApplicationDeclined: ['declined'],
  },
  'in-revision': {
    ApplicationRevised: ['awaiting-decision'],
    ApplicationApproved: ['approved'],
    ApplicationDeclined: ['declined'],
  },
  approved: {},
  declined: {},
  refused: {},
  withdrawn: {},
} as const satisfies Record<Status, Partial<Record<ApplicationEvent['type'], readonly Status[]>>>;
