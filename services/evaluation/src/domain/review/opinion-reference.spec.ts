import { expert, handler } from '../testing/people.ts';
import { play, stateAfter } from '../testing/play.ts';
import {
  concluded,
  deliberated,
  first,
  opinionHash,
  review,
  reviewId,
  third,
} from '../testing/review-histories.ts';
import { opinionReference } from './opinion-reference.ts';

const of = (events: typeof concluded) => opinionReference(stateAfter(review, events));

it('is of a concluded review only', () => {
  expect(of(deliberated)).toBeUndefined();
  expect(of(concluded)).toEqual({
    reviewId,
    opinionHash,
    recommendation: 'favourable',
    dissenting: 0,
    conflicted: 0,
  });
});

it('counts who dissents', () => {
  const { panel } = stateWithPanel();
  const signatures = panel.map(
    ({ member: { expertId } }) =>
      [
        { type: 'SignOpinion', expertId, opinionHash, dissents: expertId === third },
        expert(expertId),
      ] as const,
  );
  const ended = play(review, deliberated, ...signatures, [{ type: 'ConcludeReview' }, handler]);
  expect(of(ended)?.dissenting).toBe(1);
});

it('counts a member whose conflict is found after the conclusion', () => {
  const report = { type: 'ReportConflict', expertId: first, organisation: 'org-lead' } as const;
  expect(of(play(review, concluded, [report, handler]))?.conflicted).toBe(1);
});

function stateWithPanel() {
  const state = stateAfter(review, deliberated);
  if (!('panel' in state)) throw new Error('A deliberated review has a panel.');
  return state;
}
