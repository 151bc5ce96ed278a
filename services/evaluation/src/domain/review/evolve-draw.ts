import type {
  DrawCancelled,
  DrawOrdered,
  DrawPoolFrozen,
  DrawSeedCommitted,
  DrawSeedOpened,
  PanelComposed,
} from '@iic/contracts';
import type { Instant } from '@iic/event-sourcing';
import { expectStatus } from './expect-status.ts';
import type { ReviewState } from './state.ts';

type DrawEvent =
  | DrawSeedCommitted
  | DrawPoolFrozen
  | DrawSeedOpened
  | DrawOrdered
  | DrawCancelled
  | PanelComposed;

/** Folds what happens between the opening of a review and its panel. */
export function evolveDraw(state: ReviewState, event: DrawEvent, recordedAt: Instant): ReviewState {
  switch (event.type) {
    case 'DrawSeedCommitted': {
      const before = expectStatus(state, event.type, 'committing');
      const { holder, commitment } = event.data;
      return { ...before, seeds: [...before.seeds, { holder, commitment }] };
    }
    case 'DrawPoolFrozen': {
      const before = expectStatus(state, event.type, 'committing');
      const { entries, identities, seats, minimums } = event.data;
      const pool = { entries, identities, composition: { seats, minimums } };
      return { ...before, status: 'frozen', pool, opened: [] };
    }
    case 'DrawSeedOpened': {
      const before = expectStatus(state, event.type, 'frozen');
      const { holder, seed } = event.data;
      return { ...before, opened: [...before.opened, { holder, seed }] };
    }
    case 'DrawOrdered': {
      const before = expectStatus(state, event.type, 'frozen');
      return { ...before, status: 'ordered', order: event.data.order };
    }
    case 'DrawCancelled':
      return again(state);
    case 'PanelComposed': {
      const before = expectStatus(state, event.type, 'ordered');
      const panel = event.data.members.map((member) => ({ member, accepted: false, invitedAt: recordedAt }));
      return { ...before, status: 'inviting', panel, departed: [], visits: 0, sheets: [] };
    }
    default:
      return event satisfies never;
  }
}

function again(state: ReviewState): ReviewState {
  const { review, attempt, conflicted } = expectStatus(
    state,
    'DrawCancelled',
    'committing',
    'frozen',
    'ordered',
    'inviting',
    'assembled',
  );
  return { status: 'committing', review, attempt: attempt + 1, seeds: [], conflicted };
}
