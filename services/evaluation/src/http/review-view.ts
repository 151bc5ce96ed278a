import type { Caller } from '@iic/access';
import { reviewActions, reviewActors } from '../domain/review/available-actions.ts';
import type { ReviewState } from '../domain/review/state.ts';
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
export function reviewView(id: string, state: ReviewState, caller: Caller) {
  if (state.status === 'none') return { id, status: state.status };
  const common = { id, status: state.status, ...state.review, next: nextActs(state, caller) };
  if (withinThePdrc.includes(caller.role)) {
    return { ...common, ...state, waitingFor: waitingForReview(state) };
  }
  if (panelRoles.includes(caller.role)) return { ...common, ...ownPart(state, caller.subject) };
  return common;
}

function nextActs(state: ReviewState, { role }: Caller) {
  return reviewActions[state.status].map((act) => {
    const roles: readonly string[] = reviewActors[act];
    return { act, roles, you: roles.includes(role) };
  });
}

/** What a member of the panel sees of the panel: its own seat and sheet, and the opinion to sign. */
function ownPart(state: ReviewState, subject: string) {
  if (!('panel' in state)) return {};
  return {
    seat: state.panel.find(({ member }) => member.expertId === subject) ?? null,
    sheet: state.sheets.find(({ expertId, void: isVoid }) => expertId === subject && !isVoid) ?? null,
    opinion: 'opinion' in state ? { ...state.opinion, averageScore: undefined } : null,
  };
}
