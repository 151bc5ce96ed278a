import type { ReviewState, ReviewStatus } from './state.ts';

/** Narrows a state to the statuses an event can follow; a history that breaks this was not decided here. */
export function expectStatus<Status extends ReviewStatus>(
  state: ReviewState,
  event: string,
  ...statuses: readonly Status[]
): Extract<ReviewState, { status: Status }> {
  if (!hasStatus(state, statuses)) throw new TypeError(`${event} cannot follow in status ${state.status}.`);
  return state;
}

function hasStatus<Status extends ReviewStatus>(
  state: ReviewState,
  statuses: readonly Status[],
): state is Extract<ReviewState, { status: Status }> {
  const possible: readonly ReviewStatus[] = statuses;
  return possible.includes(state.status);
}
