import type { evaluationParts } from '@iic/contracts';
import type { ReviewState } from './state.ts';

/** What a decision is told of a concluded review: its opinion, and what speaks against relying on it. */
export function opinionReference(state: ReviewState): evaluationParts.OpinionReference | undefined {
  if (state.status !== 'concluded') return undefined;
  const { review, opinion, panel, conflicted } = state;
  return {
    reviewId: review.reviewId,
    opinionHash: opinion.opinionHash,
    recommendation: opinion.recommendation,
    dissenting: opinion.dissenting.length,
    // Whoever left before the conclusion sits on the panel no longer.
    conflicted: panel.filter(({ member }) => conflicted.includes(member.expertId)).length,
  };
}
