import { deciderSpec } from '@iic/event-sourcing/testing';
import { decider, handler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import {
  acceptAll,
  assembled,
  candidates,
  commitSteps,
  committed,
  composed,
  frozen,
  opened,
  ordered,
  register,
  review,
  scored,
  seedOf,
  standing,
  told,
} from '../testing/review-histories.ts';
import { sha256 } from '../testing/sample-rules.ts';
import type { PoolCandidate, ReviewCommand } from './commands.ts';

const spec = deciderSpec(review);
const freeze = (pool: readonly PoolCandidate[]): ReviewCommand => ({
  type: 'FreezePool',
  candidates: pool,
  unknown: [],
  conflictedBefore: [],
  register,
});

describe('cancelling a draw', () => {
  const cancel: ReviewCommand = { type: 'CancelDraw', reason: '一名种子持有人遗失种子' };
  const cancelled = {
    type: 'DrawCancelled',
    data: { attempt: 1, reason: '一名种子持有人遗失种子' },
  } as const;

  it.each([
    ['with seeds', committed],
    ['with a pool', frozen],
    ['with an order', ordered],
    ['with invitations', composed],
  ])('is recorded with its reason: %s', (_name, history) => {
    spec
      .given(...history)
      .when(cancel, { actor: handler })
      .records(cancelled);
  });

  it('closes the case to the panel there was', () => {
    spec
      .given(...assembled)
      .when(cancel, { actor: handler })
      .records(cancelled, told());
  });

  it('starts another attempt, in which old commitments do not count', () => {
    const given = spec.given(...committed, cancelled);
    expect(given.state()).toMatchObject({ status: 'committing', attempt: 2, seeds: [] });
    const again = play(review, [...committed, cancelled], ...commitSteps(2), [freeze(candidates), handler]);
    spec
      .given(...again)
      .when({ type: 'OpenSeed', seed: seedOf('handler-1') }, { actor: handler })
      .records({
        type: 'DrawSeedOpened',
        data: { attempt: 2, holder: 'handler-1', seed: seedOf('handler-1') },
      });
  });

  it('has nothing to cancel before the first seed', () => {
    spec
      .given(...opened)
      .when(cancel, { actor: handler })
      .refuses('nothing-to-cancel');
  });

  it('is refused once there are scores, so that nobody draws again for a better result', () => {
    spec
      .given(...scored)
      .when(cancel, { actor: handler })
      .refuses('scoring-begun');
  });

  it('is possible with scores when a seat can no longer be filled, and voids them', () => {
    const small = play(review, committed, [freeze(candidates.slice(0, 3)), handler]);
    const drawn = acceptAll(
      play(
        review,
        small,
        [{ type: 'OpenSeed', seed: seedOf('handler-1') }, handler],
        [{ type: 'OpenSeed', seed: seedOf('decider-1') }, decider],
        [{ type: 'ComposePanel' }, handler],
      ),
    );
    const stuck = play(
      review,
      drawn,
      [
        {
          type: 'RecordSiteVisit',
          visitedOn: '2026-03-02',
          place: '长春市',
          participants: ['expert-1'],
          reportHash: sha256('report'),
        },
        handler,
      ],
      [
        {
          type: 'SubmitScoresheet',
          expertId: 'expert-1',
          standing,
          scores: [
            { criterion: 'aims', points: 1 },
            { criterion: 'base', points: 6 },
          ],
        },
        { ...handler, role: 'expert', subject: 'expert-1' },
      ],
      [{ type: 'ExcuseMember', expertId: 'expert-2', reason: '住院' }, handler],
    );
    spec
      .given(...stuck)
      .when(cancel, { actor: handler })
      .records(
        { type: 'ScoresheetVoided', data: { expertId: 'expert-1', reason: 'draw-cancelled' } },
        cancelled,
        told(),
      );
  });
});
