import type { Aggregate } from '@iic/event-sourcing';
import type { RulesOf } from '../rules.ts';
import type { Sha256 } from '../sha256.ts';
import type { ReviewCommand } from './commands.ts';
import { createReviewDecide } from './decide.ts';
import type { ReviewEvent } from './events.ts';
import { evolveReview } from './evolve.ts';
import { tellReviewers } from './reviewers.ts';
import type { ReviewState } from './state.ts';

/** A review of one version of a subject; streams `review-<id>`. */
export function reviewAggregate(
  rulesOf: RulesOf,
  sha256: Sha256,
): Aggregate<ReviewState, ReviewCommand, ReviewEvent> {
  return {
    category: 'review',
    decider: {
      initialState: { status: 'none' },
      decide: tellReviewers(createReviewDecide(rulesOf, sha256)),
      evolve: evolveReview,
    },
  };
}
