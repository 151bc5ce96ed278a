import type { DecisionEvent } from './events.ts';
import type { DecisionStatus } from './state.ts';

/** Where each fact leads, by the status it is recorded in. Facts that are left out change no status. */
export const decisionTransitions = {
  none: { DecisionOpened: ['open'] },
  open: { DecisionPrepared: ['prepared'] },
  prepared: {
    DecisionReturned: ['open'],
    DecisionSubjectChanged: ['open'],
    DecisionTaken: ['taken'],
  },
  taken: { DecisionSuspended: ['suspended'], DecisionAnnulled: ['annulled'], DecisionVoided: ['void'] },
  suspended: { DecisionResumed: ['taken'], DecisionAnnulled: ['annulled'], DecisionVoided: ['void'] },
  annulled: {},
  void: {},
} as const satisfies Record<
  DecisionStatus,
  Partial<Record<DecisionEvent['type'], readonly DecisionStatus[]>>
>;
