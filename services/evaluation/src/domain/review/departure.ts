import type { ReviewEvent } from './events.ts';
import { nextMembers } from './seats.ts';
import type { Standing } from './settled.ts';
import type { Panelled, Seat } from './state.ts';

/** Why a scoresheet counts no longer. */
export type VoidReason = 'conflict-declared' | 'conflict-found' | 'member-excused' | 'invitation-refused';

/**
 * A member leaves: its scoresheet and an opinion that counts it are void, and the next of the order takes the
 * seat where there is one.
 */
export function depart(
  expertId: string,
  cause: ReviewEvent,
  reason: VoidReason,
  state: Standing,
): readonly ReviewEvent[] {
  return [
    cause,
    ...voidSheet(expertId, reason, state),
    ...voidOpinion(state, reason),
    ...replace(expertId, state),
  ];
}

/** Voids the scoresheet of an expert, where one counts. */
export function voidSheet(
  expertId: string,
  reason: VoidReason,
  { sheets }: Pick<Panelled, 'sheets'>,
): readonly ReviewEvent[] {
  return sheets.some((sheet) => sheet.expertId === expertId && !sheet.void)
    ? [{ type: 'ScoresheetVoided', data: { expertId, reason } }]
    : [];
}

function voidOpinion(state: Standing, reason: string): readonly ReviewEvent[] {
  return state.status === 'deliberated'
    ? [{ type: 'PanelOpinionVoided', data: { opinionHash: state.opinion.opinionHash, reason } }]
    : [];
}

function replace(expertId: string, state: Standing): readonly ReviewEvent[] {
  const left: Standing = {
    ...state,
    panel: withoutMember(state.panel, expertId),
    departed: [...state.departed, expertId],
  };
  const [incoming] = nextMembers(left);
  return incoming === undefined
    ? []
    : [{ type: 'PanelMemberReplaced', data: { outgoing: expertId, incoming, drawn: incoming.commitment } }];
}

/** The panel without one member. */
export function withoutMember(panel: readonly Seat[], expertId: string): readonly Seat[] {
  return panel.filter(({ member }) => member.expertId !== expertId);
}
