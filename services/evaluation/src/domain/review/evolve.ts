import type { EventMeta } from '@iic/event-sourcing';
import type { ReviewEvent } from './events.ts';
import { evolveDraw } from './evolve-draw.ts';
import { evolvePanel } from './evolve-panel.ts';
import type { ReviewState } from './state.ts';

/** Folds one fact into the state of a review. */
export function evolveReview(
  state: ReviewState,
  event: ReviewEvent,
  { recordedAt }: Pick<EventMeta, 'recordedAt'>,
): ReviewState {
  switch (event.type) {
    case 'ReviewOpened': {
      const { policyId, policyHash, ...data } = event.data;
      const review = { ...data, policy: { id: policyId, hash: policyHash } };
      return { status: 'committing', review, attempt: 1, seeds: [], conflicted: [] };
    }
    case 'ReviewCompetentUnitReassigned': {
      if (state.status === 'none') throw new TypeError('A review was reassigned before it was opened.');
      return { ...state, review: { ...state.review, competentUnit: event.data.competentUnit } };
    }
    case 'ReviewWithdrawn': {
      if (state.status === 'none') throw new TypeError('A review was withdrawn before it was opened.');
      return { status: 'withdrawn', review: state.review, conflicted: state.conflicted };
    }
    case 'WithdrawalRefused':
    case 'ReviewersChanged':
      return state;
    case 'DrawSeedCommitted':
    case 'DrawPoolFrozen':
    case 'DrawSeedOpened':
    case 'DrawOrdered':
    case 'DrawCancelled':
    case 'PanelComposed':
      return evolveDraw(state, event, recordedAt);
    default:
      return evolvePanel(state, event, recordedAt);
  }
}
