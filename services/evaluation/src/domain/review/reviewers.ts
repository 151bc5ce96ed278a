import type { DecisionContext, DecisionResult } from '@iic/event-sourcing';
import type { ReviewCommand } from './commands.ts';
import type { ReviewEvent } from './events.ts';
import { evolveReview } from './evolve.ts';
import type { ReviewState } from './state.ts';

type Decide = (
  command: ReviewCommand,
  state: ReviewState,
  context: DecisionContext,
) => DecisionResult<ReviewEvent>;

/**
 * Adds to what a decision records who may read what is reviewed, where the decision changes that: the members who
 * accepted and declared no conflict. A review that ends says so itself.
 */
export function tellReviewers(decide: Decide): Decide {
  return (command, state, context) => {
    const result = decide(command, state, context);
    if ('refused' in result) return result;
    const next = result.accepted.reduce<ReviewState>(
      (before, event) => evolveReview(before, event, { recordedAt: context.now }),
      state,
    );
    const told = changed(reviewersOf(state), next);
    return told === undefined ? result : { accepted: [...result.accepted, told] };
  };
}

/** Members who accepted, in the order of their seats. */
function reviewersOf(state: ReviewState): readonly string[] {
  if (!('panel' in state)) return [];
  return state.panel.filter(({ accepted }) => accepted).map(({ member }) => member.expertId);
}

function changed(before: readonly string[], next: ReviewState): ReviewEvent | undefined {
  if (next.status === 'none' || next.status === 'withdrawn') return undefined;
  const reviewers = reviewersOf(next);
  if (reviewers.join() === before.join()) return undefined;
  const { reviewId, kind, caseId, subjectHash } = next.review;
  return {
    type: 'ReviewersChanged',
    data: { reviewId, kind, caseId, subjectHash, reviewers: [...reviewers] },
  };
}
