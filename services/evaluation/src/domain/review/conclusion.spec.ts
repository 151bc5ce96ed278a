import { deciderSpec } from '@iic/event-sourcing/testing';
import { expert, handler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import {
  acceptAll,
  candidate,
  commitSteps,
  concluded,
  deliberated,
  first,
  openFormation,
  opinionHash,
  review,
  reviewId,
  seedOf,
  signed,
  standing,
  third,
} from '../testing/review-histories.ts';
import { policy, sha256 } from '../testing/sample-rules.ts';
import type { ReviewCommand } from './commands.ts';

const spec = deciderSpec(review);
const record = {
  type: 'RecordOpinion',
  opinionHash,
  recommendation: 'favourable',
  justification: null,
} as const satisfies ReviewCommand;
const fromPack = { ...policy, article: 'Art. 15' };

describe('signing', () => {
  const sign = {
    type: 'SignOpinion',
    expertId: third,
    opinionHash,
    dissents: true,
    remark: '保留意见',
  } as const;

  it('is done by each member, dissenting or not; a remark stays encrypted', () => {
    spec
      .given(...deliberated)
      .when(sign, { actor: expert(third) })
      .records({
        type: 'PanelOpinionSigned',
        data: { expertId: third, opinionHash, dissents: true },
        personal: { subject: third, content: { remark: '保留意见' } },
      });
  });

  it('is refused for somebody else, for another text, and twice', () => {
    const given = spec.given(...deliberated);
    given.when(sign, { actor: expert(first) }).refuses('not-yourself');
    given.when({ ...sign, expertId: 'nobody' }, { actor: expert('nobody') }).refuses('not-on-panel');
    given
      .when({ ...sign, opinionHash: sha256('draft') }, { actor: expert(third) })
      .refuses('opinion-superseded');
    spec
      .given(...signed)
      .when(sign, { actor: expert(third) })
      .refuses('already-signed');
  });
});

describe('concluding', () => {
  it('waits for every signature', () => {
    spec
      .given(...deliberated)
      .when({ type: 'ConcludeReview' }, { actor: handler })
      .refuses('signatures-outstanding');
  });

  it('reports what the panel recommends', () => {
    spec
      .given(...signed)
      .when({ type: 'ConcludeReview' }, { actor: handler })
      .records({
        type: 'ReviewConcluded',
        data: {
          reviewId,
          kind: 'formation',
          caseId: 'case-1',
          sequence: 1,
          subject: 'application-case-1',
          subjectHash: openFormation.subjectHash,
          recommendation: 'favourable',
          opinionHash,
          averageScore: '28.00',
          panelSize: 3,
        },
        evidence: [opinionHash],
        policy: fromPack,
      });
  });

  it('ends the review', () => {
    spec
      .given(...concluded)
      .when({ type: 'ConcludeReview' }, { actor: handler })
      .refuses('review-concluded');
  });
});

describe('a kind without scoresheet and visit', () => {
  const id = 'case-1-opinion-1';
  const pool = [candidate('expert-1'), candidate('expert-2')];
  const drawn = play(
    review,
    [],
    [{ ...openFormation, reviewId: id, kind: 'opinion' }, handler],
    ...commitSteps(1, id),
    [{ type: 'FreezePool', candidates: pool, unknown: [], conflictedBefore: [], register: [] }, handler],
    [{ type: 'OpenSeed', seed: seedOf('handler-1') }, handler],
    [
      { type: 'OpenSeed', seed: seedOf('decider-1') },
      { ...handler, subject: 'decider-1', role: 'pdrc-decider' },
    ],
    [{ type: 'ComposePanel' }, handler],
  );
  const ready = acceptAll(drawn);

  it('goes straight to the opinion', () => {
    spec
      .given(...ready)
      .when({ ...record, recommendation: 'pass' }, { actor: handler })
      .records({
        type: 'PanelOpinionRecorded',
        data: {
          opinionHash,
          recommendation: 'pass',
          averageScore: null,
          sheets: 0,
          findings: [],
          justification: null,
        },
        evidence: [opinionHash],
        policy: { ...policy, article: 'Art. 17' },
      });
  });

  it('takes no scores', () => {
    spec
      .given(...ready)
      .when(
        { type: 'SubmitScoresheet', expertId: 'expert-1', scores: [], standing },
        { actor: expert('expert-1') },
      )
      .refuses('no-scoresheet');
  });
});
