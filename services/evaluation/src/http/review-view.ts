import type { Caller } from '@iic/access';
import type { Instant } from '@iic/event-sourcing';
import { dueAt, type PolicyPacks } from '@iic/policy';
import { reviewActions, reviewActors } from '../domain/review/available-actions.ts';
import { findSeat } from '../domain/review/seats.ts';
import type { ReviewState, Seat, WithPanel } from '../domain/review/state.ts';
import type { Folded } from '../read-model/folded.ts';
import { waitingForReview } from '../read-model/waiting-for.ts';

const panelRoles = ['expert', 'panel-administrator'];
const withinThePdrc = ['pdrc-handler', 'pdrc-decider', 'auditor'];

/** A review in a list. */
export function reviewRow({ id, state, begunAt, changedAt }: Folded<ReviewState>) {
  if (state.status === 'none') return { id, status: state.status, begunAt, changedAt };
  const { policy: _policy, members: _members, ...file } = state.review;
  return { id, ...file, status: state.status, begunAt, changedAt };
}

/** A review as a caller may see it: identities and scores stay within the PDRC and with auditors. */
export function reviewView(id: string, state: ReviewState, caller: Caller, packs: PolicyPacks) {
  if (state.status === 'none') return { id, status: state.status };
  const common = { id, status: state.status, ...state.review, next: nextActs(state, caller) };
  if (withinThePdrc.includes(caller.role)) {
    return { ...common, ...state, waitingFor: waitingForReview(state), until: earliest(state, packs) };
  }
  if (panelRoles.includes(caller.role)) return { ...common, ...ownPart(state, caller.subject, packs) };
  return common;
}

function nextActs(state: ReviewState, { role }: Caller) {
  return reviewActions[state.status].map((act) => {
    const roles: readonly string[] = reviewActors[act];
    return { act, roles, you: roles.includes(role) };
  });
}

/** Until when the first of those invited should answer; null when nobody has to. */
function earliest(state: ReviewState, packs: PolicyPacks): Instant | null {
  if (state.status !== 'inviting') return null;
  const open = state.panel.filter(({ accepted }) => !accepted).map((seat) => answerBy(seat, state, packs));
  return open.toSorted()[0] ?? null;
}

function answerBy({ invitedAt }: Seat, { review }: WithPanel, packs: PolicyPacks): Instant {
  return dueAt(packs.getPinned(review.policy).parameters.invitationPeriod, invitedAt);
}

/** What a member of the panel sees of the panel: its own seat and sheet, and the opinion to sign. */
function ownPart(state: ReviewState, subject: string, packs: PolicyPacks) {
  if (!('panel' in state)) return {};
  const seat = findSeat(state.panel, subject);
  const due = seat === undefined || seat.accepted ? null : answerBy(seat, state, packs);
  return {
    seat: seat ?? null,
    until: due,
    sheet: state.sheets.find(({ expertId, void: isVoid }) => expertId === subject && !isVoid) ?? null,
    opinion: 'opinion' in state ? { ...state.opinion, averageScore: undefined, dissenting: undefined } : null,
  };
}
