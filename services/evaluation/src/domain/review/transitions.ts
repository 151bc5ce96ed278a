import type { ReviewEvent } from './events.ts';
import type { ReviewStatus } from './state.ts';

const withdrawn = { ReviewWithdrawn: ['withdrawn'] } as const;
const cancelled = { DrawCancelled: ['committing'] } as const;
const leaving = {
  PanelMemberExcused: ['inviting'],
  ConflictDeclared: ['inviting'],
  ConflictFound: ['inviting'],
} as const;

/** Where each fact leads, by the status it is recorded in. Facts that are left out change no status. */
export const reviewTransitions = {
  none: { ReviewOpened: ['committing'] },
  committing: { DrawPoolFrozen: ['frozen'], ...withdrawn },
  frozen: { DrawOrdered: ['ordered'], ...cancelled, ...withdrawn },
  ordered: { PanelComposed: ['inviting'], ...cancelled, ...withdrawn },
  inviting: { InvitationAccepted: ['assembled'], PanelReduced: ['assembled'], ...cancelled, ...withdrawn },
  assembled: { PanelOpinionRecorded: ['deliberated'], ...leaving, ...cancelled, ...withdrawn },
  deliberated: {
    PanelOpinionVoided: ['inviting', 'assembled'],
    ReviewConcluded: ['concluded'],
    ...withdrawn,
  },
  concluded: {},
  withdrawn: {},
} as const satisfies Record<ReviewStatus, Partial<Record<ReviewEvent['type'], readonly ReviewStatus[]>>>;
