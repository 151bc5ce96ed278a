import {
  type Actor,
  accept,
  type DecisionContext,
  type DecisionResult,
  type PersonalPart,
} from '@iic/event-sourcing';
import { canComplete } from '../draw/select-panel.ts';
import { type Denial, deny } from '../problems.ts';
import type { StateFor } from './available-actions.ts';
import type { ReviewAct } from './commands.ts';
import { depart, voidSheet } from './departure.ts';
import type { ReviewTools } from './draw.ts';
import type { ReviewEvent } from './events.ts';
import { insufficient } from './pool.ts';
import { findCommitment, findSeat, nextMembers } from './seats.ts';
import { barredNow } from './standing.ts';
import type { Inviting, Ordered, Panelled, Seat } from './state.ts';

type Result = DecisionResult<ReviewEvent>;

/** Seats the first of the order with whom the composition holds; they are invited herewith. */
export function composePanel(
  _act: ReviewAct<'ComposePanel'>,
  state: Ordered,
  _context: DecisionContext,
  { rules }: ReviewTools,
): Result {
  const members = nextMembers(state);
  if (members.length < state.pool.composition.seats) {
    const { identities, composition } = state.pool;
    const barred = identities.filter(({ expertId }) => state.conflicted.includes(expertId)).length;
    return insufficient(identities.length - barred, barred, composition);
  }
  return accept<ReviewEvent>({
    type: 'PanelComposed',
    data: {
      attempt: state.attempt,
      drawn: members.map(({ commitment }) => commitment),
      members: [...members],
    },
    policy: { ...state.review.policy, article: rules.article },
  });
}

export function acceptInvitation(
  { expertId, noConflict, standing }: ReviewAct<'AcceptInvitation'>,
  { panel, review }: Inviting,
  { actor }: DecisionContext,
  { rules }: ReviewTools,
): Result {
  const seat = ownSeat(panel, expertId, actor);
  if ('refused' in seat) return seat;
  if (seat.accepted) return deny('already-accepted');
  if (!noConflict) return deny('no-conflict-undeclared');
  const barred = barredNow(standing, review, rules);
  if (barred !== undefined) return barred;
  return accept<ReviewEvent>({
    type: 'InvitationAccepted',
    data: { expertId, noConflictDeclared: true },
  });
}

export function refuseInvitation(
  { expertId, reason, remark }: ReviewAct<'RefuseInvitation'>,
  state: Inviting,
  { actor }: DecisionContext,
): Result {
  const seat = ownSeat(state.panel, expertId, actor);
  if ('refused' in seat) return seat;
  if (seat.accepted) return deny('already-accepted');
  const refused: ReviewEvent = {
    type: 'InvitationRefused',
    data: { expertId, commitment: seat.member.commitment, reason },
    ...privately(expertId, remark),
  };
  return accept(...depart(expertId, refused, 'invitation-refused', state));
}

export function declareConflict(
  { expertId, organisation, remark }: ReviewAct<'DeclareConflict'>,
  state: StateFor<'DeclareConflict'>,
  { actor }: DecisionContext,
): Result {
  const seat = ownSeat(state.panel, expertId, actor);
  if ('refused' in seat) return seat;
  const declared: ReviewEvent = {
    type: 'ConflictDeclared',
    data: { expertId, commitment: seat.member.commitment, conflict: { basis: 'declared', organisation } },
    ...privately(expertId, remark),
  };
  return accept(...depart(expertId, declared, 'conflict-declared', state));
}

export function excuseMember(
  { expertId, reason }: ReviewAct<'ExcuseMember'>,
  state: StateFor<'ExcuseMember'>,
): Result {
  const seat = findSeat(state.panel, expertId);
  if (seat === undefined) return deny('not-on-panel', { params: { expertId } });
  const { commitment } = seat.member;
  const excused: ReviewEvent = { type: 'PanelMemberExcused', data: { expertId, commitment, reason } };
  return accept(...depart(expertId, excused, 'member-excused', state));
}

/** Records a conflict somebody else found: of a candidate, of a member, or after the conclusion. */
export function reportConflict(
  { expertId, organisation, remark }: ReviewAct<'ReportConflict'>,
  state: StateFor<'ReportConflict'>,
): Result {
  const commitment = findCommitment(state.pool, expertId);
  if (commitment === undefined) return deny('not-a-candidate', { params: { expertId } });
  if (state.conflicted.includes(expertId)) return deny('conflict-recorded', { params: { expertId } });
  const found: ReviewEvent = {
    type: 'ConflictFound',
    data: {
      expertId,
      commitment,
      conflict: { basis: 'reported', organisation },
      afterConclusion: state.status === 'concluded',
    },
    ...privately(expertId, remark),
  };
  if (state.status === 'concluded') return accept(found, ...voidSheet(expertId, 'conflict-found', state));
  const seated = 'panel' in state && findSeat(state.panel, expertId) !== undefined;
  return seated ? accept(...depart(expertId, found, 'conflict-found', state)) : accept(found);
}

/** Goes on with fewer members when the order is exhausted and the rules have a composition of that size. */
export function reducePanel(
  { reason }: ReviewAct<'ReducePanel'>,
  state: Inviting,
  _context: DecisionContext,
  { rules }: ReviewTools,
): Result {
  const seated = state.panel.length;
  if (seated >= state.pool.composition.seats || nextMembers(state).length > 0) return deny('no-vacant-seat');
  const members = state.panel.map(({ member }) => member);
  const fitting = rules.smaller.find(
    (composition) => composition.seats === seated && canComplete(members, [], composition),
  );
  if (fitting === undefined) return deny('panel-too-small', { params: { seated } });
  return accept<ReviewEvent>({
    type: 'PanelReduced',
    data: { seats: fitting.seats, minimums: [...fitting.minimums], reason },
  });
}

/** The seat of whoever acts; nobody acts for another member. */
export function ownSeat(panel: Panelled['panel'], expertId: string, actor: Actor): Seat | Denial {
  if (actor.subject !== expertId) return deny('not-yourself');
  return findSeat(panel, expertId) ?? deny('not-on-panel', { params: { expertId } });
}

/** A remark about persons goes into the encrypted part. */
export function privately(
  expertId: string,
  remark: string | undefined,
): { readonly personal?: PersonalPart } {
  return remark === undefined ? {} : { personal: { subject: expertId, content: { remark } } };
}
