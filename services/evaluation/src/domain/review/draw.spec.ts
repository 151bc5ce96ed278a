import { deciderSpec } from '@iic/event-sourcing/testing';
import { candidateCommitment, drawAlgorithm, drawOrder } from '../draw/draw-order.ts';
import { decider, handler, otherDecider, otherHandler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import {
  candidate,
  candidates,
  commitmentOf,
  committed,
  frozen,
  opened,
  ordered,
  register,
  review,
  seedOf,
} from '../testing/review-histories.ts';
import { policy, sha256 } from '../testing/sample-rules.ts';
import type { PoolCandidate, ReviewCommand } from './commands.ts';

const spec = deciderSpec(review);
const commit = (holder: string): ReviewCommand => ({ type: 'CommitSeed', commitment: commitmentOf(holder) });
const freeze = (pool: readonly PoolCandidate[]): ReviewCommand => ({
  type: 'FreezePool',
  candidates: pool,
  unknown: [],
  conflictedBefore: [],
  register,
});
const commitmentFor = ({ salt, expertId }: PoolCandidate) => candidateCommitment(salt, expertId, sha256);

describe('committing seeds', () => {
  it('records whose commitment it is', () => {
    spec
      .given(...opened)
      .when(commit('handler-1'), { actor: handler })
      .records({
        type: 'DrawSeedCommitted',
        data: { attempt: 1, holder: 'handler-1', commitment: commitmentOf('handler-1') },
      });
  });

  it('takes exactly two, from two persons, with two values', () => {
    const one = play(review, opened, [commit('handler-1'), handler]);
    spec
      .given(...one)
      .when(commit('other'), { actor: handler })
      .refuses('seed-holder-twice');
    spec
      .given(...one)
      .when(commit('handler-1'), { actor: decider })
      .refuses('commitment-repeated');
    spec
      .given(...committed)
      .when(commit('decider-2'), { actor: otherDecider })
      .refuses('seed-holders-complete');
  });

  it('ends when the pool is frozen', () => {
    spec
      .given(...frozen)
      .when(commit('decider-2'), { actor: otherDecider })
      .refuses('review-step-passed');
  });
});

describe('freezing the pool', () => {
  it('waits for both seeds', () => {
    spec
      .given(...opened)
      .when(freeze(candidates), { actor: handler })
      .refuses('seeds-missing');
  });

  it('publishes commitments with the codes that count, and keeps those with conflicts out', () => {
    const pool = [
      candidate('expert-1', ['external', 'technical']),
      candidate('expert-2', ['external', 'finance']),
      { ...candidate('expert-3'), stated: ['employer'] },
      { ...candidate('expert-4'), employer: 'org-lead' },
      { ...candidate('expert-5'), ties: [{ organisation: 'org-member', kind: 'consultant' }] },
      { ...candidate('expert-6'), suspended: true },
      candidate('expert-7'),
    ];
    const [one, two, three] = pool;
    if (one === undefined || two === undefined || three === undefined) throw new Error('short pool');
    const eligible = [
      { who: one, codes: ['external'], notChecked: [] },
      { who: two, codes: ['external', 'finance'], notChecked: [] },
      { who: three, codes: ['external'], notChecked: ['employer-parent', 'declared-tie'] },
    ].sort((left, right) => (commitmentFor(left.who) < commitmentFor(right.who) ? -1 : 1));
    spec
      .given(...committed)
      .when(
        {
          type: 'FreezePool',
          candidates: pool,
          unknown: [],
          conflictedBefore: ['expert-7'],
          register: register.slice(0, 1),
        },
        { actor: handler },
      )
      .records({
        type: 'DrawPoolFrozen',
        data: {
          attempt: 1,
          algorithm: drawAlgorithm,
          entries: eligible.map(({ who, codes }) => ({ commitment: commitmentFor(who), codes })),
          seats: 3,
          minimums: [
            { code: 'external', count: 2 },
            { code: 'finance', count: 1 },
          ],
          identities: eligible.map(({ who, notChecked }) => ({
            commitment: commitmentFor(who),
            expertId: who.expertId,
            salt: who.salt,
            notChecked,
          })),
          excluded: [
            { expertId: 'expert-4', conflicts: [{ basis: 'employer', organisation: 'org-lead' }] },
            { expertId: 'expert-5', conflicts: [{ basis: 'declared-tie', organisation: 'org-member' }] },
            { expertId: 'expert-6', conflicts: [{ basis: 'suspended', organisation: null }] },
            { expertId: 'expert-7', conflicts: [{ basis: 'recorded-earlier', organisation: null }] },
          ],
          consortium: [
            { organisation: 'org-lead', parent: null, parentKnown: true },
            { organisation: 'org-member', parent: null, parentKnown: false },
          ],
        },
        policy: { ...policy, article: 'Art. 15' },
      });
  });

  it('needs a pool a panel can be composed from', () => {
    const conflicted = candidates.map((one) => ({ ...one, employer: 'org-lead' }));
    const given = spec.given(...committed);
    given.when(freeze(candidates.slice(0, 2)), { actor: handler }).refuses('pool-insufficient');
    given.when(freeze(conflicted), { actor: handler }).refuses('pool-insufficient');
    const noFinance = ['1', '2', '3'].map((id) => candidate(id));
    given.when(freeze(noFinance), { actor: handler }).refuses('pool-insufficient');
  });

  it('is no larger than one event can hold', () => {
    const many = Array.from({ length: 501 }, (_, index) => candidate(`expert-${index}`));
    const given = spec.given(...committed);
    given.when(freeze(many), { actor: handler }).refuses('pool-too-large');
    expect(given.when(freeze(many.slice(1)), { actor: handler }).result).toHaveProperty(
      'refused.code',
      'pool-insufficient',
    );
  });

  it('takes nobody whom the register does not know', () => {
    spec
      .given(...committed)
      .when(
        { type: 'FreezePool', candidates, unknown: ['expert-9'], conflictedBefore: [], register },
        { actor: handler },
      )
      .refuses('candidates-unknown');
  });

  it('lists everyone once, each with a salt of its own', () => {
    const given = spec.given(...committed);
    given
      .when(freeze([...candidates, candidate('expert-1')]), { actor: handler })
      .refuses('candidate-repeated');
    const sameSalt = candidates.map((one) => ({ ...one, salt: sha256('one salt for all') }));
    given.when(freeze(sameSalt), { actor: handler }).refuses('salt-invalid');
    const noSalt = candidates.map((one, index) => ({ ...one, salt: String(index) }));
    given.when(freeze(noSalt), { actor: handler }).refuses('salt-invalid');
  });
});

describe('opening seeds', () => {
  const open = (holder: string): ReviewCommand => ({ type: 'OpenSeed', seed: seedOf(holder) });
  const one = play(review, frozen, [open('handler-1'), handler]);

  it('records the first seed', () => {
    spec
      .given(...frozen)
      .when(open('handler-1'), { actor: handler })
      .records({
        type: 'DrawSeedOpened',
        data: { attempt: 1, holder: 'handler-1', seed: seedOf('handler-1') },
      });
  });

  it('yields the order with the second, whoever opens first', () => {
    const pool = candidates.map(commitmentFor);
    const order = [...drawOrder([seedOf('handler-1'), seedOf('decider-1')], pool, sha256)];
    spec
      .given(...one)
      .when(open('decider-1'), { actor: decider })
      .records(
        { type: 'DrawSeedOpened', data: { attempt: 1, holder: 'decider-1', seed: seedOf('decider-1') } },
        { type: 'DrawOrdered', data: { attempt: 1, order } },
      );
    const otherWay = play(review, frozen, [open('decider-1'), decider], [open('handler-1'), handler]);
    expect(otherWay.at(-1)).toEqual(ordered.at(-1));
  });

  it('takes only the holder’s own seed, as committed, once', () => {
    spec
      .given(...frozen)
      .when(open('handler-1'), { actor: otherHandler })
      .refuses('not-a-seed-holder');
    spec
      .given(...frozen)
      .when(open('decider-1'), { actor: handler })
      .refuses('seed-mismatch');
    spec
      .given(...frozen)
      .when({ type: 'OpenSeed', seed: 'short' }, { actor: handler })
      .refuses('seed-mismatch');
    spec
      .given(...one)
      .when(open('handler-1'), { actor: handler })
      .refuses('seed-already-open');
  });

  it('is too early before the pool is frozen', () => {
    spec
      .given(...committed)
      .when(open('handler-1'), { actor: handler })
      .refuses('review-step-passed');
  });
});
