import type { Instant } from '@iic/event-sourcing';
import { withoutMember } from './departure.ts';
import type { ReviewEvent } from './events.ts';
import { evolveOpinion, type OpinionEvent } from './evolve-opinion.ts';
import { expectStatus } from './expect-status.ts';
import { type Standing, settled } from './settled.ts';
import type { Concluded, ReviewState, Sheet } from './state.ts';

/** Events that {@link evolvePanel} folds. */
export type PanelEvent = Exclude<
  ReviewEvent,
  {
    type:
      | `Review${'Opened' | 'CompetentUnitReassigned' | 'Withdrawn'}`
      | `Draw${string}`
      | 'PanelComposed'
      | 'ReviewersChanged'
      | 'WithdrawalRefused';
  }
>;

/** Folds what happens once there is a panel, and conflicts found before. */
export function evolvePanel(state: ReviewState, event: PanelEvent, recordedAt: Instant): ReviewState {
  switch (event.type) {
    case 'InvitationAccepted': {
      const { expertId } = event.data;
      const before = standing(state, event.type);
      const panel = before.panel.map((seat) =>
        seat.member.expertId === expertId ? { ...seat, accepted: true } : seat,
      );
      return settled({ ...before, panel });
    }
    case 'InvitationRefused':
    case 'PanelMemberExcused':
      return leave(standing(state, event.type), event.data.expertId);
    case 'ConflictDeclared':
      return conflicted(standing(state, event.type), event.data.expertId);
    case 'ConflictFound':
      return conflicted(withPool(state), event.data.expertId);
    case 'PanelMemberReplaced': {
      const before = standing(state, event.type);
      const seat = { member: event.data.incoming, accepted: false, invitedAt: recordedAt };
      return settled({ ...before, panel: [...before.panel, seat] });
    }
    case 'PanelReduced': {
      const before = standing(state, event.type);
      const { seats, minimums } = event.data;
      return settled({ ...before, pool: { ...before.pool, composition: { seats, minimums } } });
    }
    case 'SiteVisitRecorded': {
      const before = standing(state, event.type);
      return { ...before, visits: before.visits + 1 };
    }
    case 'ScoresheetSubmitted': {
      const { expertId, scores, total } = event.data;
      const before = standing(state, event.type);
      return { ...before, sheets: [...before.sheets, { expertId, scores, total, void: false }] };
    }
    case 'ScoresheetRevised': {
      const { expertId, scores, total } = event.data;
      return withSheet(standing(state, event.type), expertId, { scores, total });
    }
    case 'ScoresheetVoided':
      return withSheet(withPanel(state, event.type), event.data.expertId, { void: true });
    default:
      return evolveOpinion(state, event satisfies OpinionEvent);
  }
}

function standing(state: ReviewState, event: string): Standing {
  return expectStatus(state, event, 'inviting', 'assembled', 'deliberated');
}

function withPanel(state: ReviewState, event: string): Standing | Concluded {
  return expectStatus(state, event, 'inviting', 'assembled', 'deliberated', 'concluded');
}

function withPool(state: ReviewState) {
  return expectStatus(
    state,
    'ConflictFound',
    'frozen',
    'ordered',
    'inviting',
    'assembled',
    'deliberated',
    'concluded',
  );
}

function conflicted(state: ReturnType<typeof withPool>, expertId: string): ReviewState {
  const known = { ...state, conflicted: [...state.conflicted, expertId] };
  const seated =
    'panel' in known &&
    known.status !== 'concluded' &&
    known.panel.some(({ member }) => member.expertId === expertId);
  return seated ? leave(known, expertId) : known;
}

/** Whoever left does not come back; an opinion falls by an event of its own. */
function leave(state: Standing, expertId: string): ReviewState {
  return settled({
    ...state,
    panel: withoutMember(state.panel, expertId),
    departed: [...state.departed, expertId],
  });
}

function withSheet(
  state: Standing | Concluded,
  expertId: string,
  change: Partial<Pick<Sheet, 'scores' | 'total' | 'void'>>,
): ReviewState {
  const sheets = state.sheets.map((sheet) =>
    sheet.expertId === expertId && !sheet.void ? { ...sheet, ...change } : sheet,
  );
  return { ...state, sheets };
}
