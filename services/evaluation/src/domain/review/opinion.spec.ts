import { deciderSpec } from '@iic/event-sourcing/testing';
import { expert, handler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import {
  assembled,
  deliberated,
  first,
  opinionHash,
  review,
  scored,
  scoresOf,
  second,
  standing,
  visited,
} from '../testing/review-histories.ts';
import { policy } from '../testing/sample-rules.ts';
import type { ReviewCommand } from './commands.ts';

const spec = deciderSpec(review);
const record = {
  type: 'RecordOpinion',
  opinionHash,
  recommendation: 'favourable',
  justification: null,
} as const satisfies ReviewCommand;
const fromPack = { ...policy, article: 'Art. 15' };

function scoredWith(one: ReturnType<typeof scoresOf>, two: ReturnType<typeof scoresOf>) {
  return play(
    review,
    visited,
    [{ type: 'SubmitScoresheet', expertId: first, scores: one, standing }, expert(first)],
    [{ type: 'SubmitScoresheet', expertId: second, scores: two, standing }, expert(second)],
  );
}

describe('the panel opinion', () => {
  it('states the mean of the sheets that count', () => {
    spec
      .given(...scored)
      .when(record, { actor: handler })
      .records({
        type: 'PanelOpinionRecorded',
        data: {
          opinionHash,
          recommendation: 'favourable',
          averageScore: '28.00',
          sheets: 2,
          findings: [],
          justification: null,
        },
        evidence: [opinionHash],
        policy: fromPack,
      });
  });

  it('needs the quorum of scoresheets', () => {
    const one = play(review, visited, [
      { type: 'SubmitScoresheet', expertId: first, scores: scoresOf(15, 16), standing },
      expert(first),
    ]);
    spec
      .given(...one)
      .when(record, { actor: handler })
      .refuses('scoresheets-outstanding');
  });

  it('follows the site visit', () => {
    spec
      .given(...assembled)
      .when(record, { actor: handler })
      .refuses('site-visit-required');
  });

  it('recommends what the pack knows', () => {
    spec
      .given(...scored)
      .when({ ...record, recommendation: 'perhaps' }, { actor: handler })
      .refuses('recommendation-unknown');
  });

  it('departs from the mean only with a justification, where missing the bound above needs one', () => {
    const given = spec.given(...scoredWith(scoresOf(10, 10), scoresOf(10, 10)));
    given.when(record, { actor: handler }).refuses('justification-required');
    given.when({ ...record, justification: '潜力突出' }, { actor: handler }).records({
      type: 'PanelOpinionRecorded',
      data: {
        opinionHash,
        recommendation: 'favourable',
        averageScore: '20.00',
        sheets: 2,
        findings: [
          {
            code: 'recommendation-departs-from-score',
            strength: 'needs-justification',
            article: 'platform default',
            params: { average: '20.00', suggested: 'unfavourable', recommendation: 'favourable' },
          },
        ],
        justification: '潜力突出',
      },
      evidence: [opinionHash],
      policy: fromPack,
    });
  });

  it('departs from a band that needs a justification only with one', () => {
    const against = { ...record, recommendation: 'unfavourable' };
    const given = spec.given(...scored);
    given.when(against, { actor: handler }).refuses('justification-required');
    given.when({ ...against, justification: '  ' }, { actor: handler }).refuses('justification-required');
    const justified = given.when({ ...against, justification: '现场发现重大问题' }, { actor: handler });
    expect(justified.result).toMatchObject({
      accepted: [{ data: { recommendation: 'unfavourable', justification: '现场发现重大问题' } }],
    });
  });

  it('cannot pass a hard floor, whatever the total is', () => {
    const given = spec.given(...scoredWith(scoresOf(20, 4), scoresOf(20, 5)));
    const { result } = given.when({ ...record, justification: '总分很高' }, { actor: handler });
    expect(result).toMatchObject({
      refused: {
        code: 'recommendation-barred',
        findings: [{ code: 'criterion-below-floor', params: { criterion: 'base', average: '4.50' } }],
      },
    });
    const floorOnly = spec.given(...scoredWith(scoresOf(20, 5), scoresOf(20, 5)));
    expect(floorOnly.when(record, { actor: handler }).result).toHaveProperty('accepted');
  });

  it('can be voided to be worded anew', () => {
    spec
      .given(...deliberated)
      .when({ type: 'VoidOpinion', reason: '文字有误' }, { actor: handler })
      .records({ type: 'PanelOpinionVoided', data: { opinionHash, reason: '文字有误' } });
    const again = play(review, deliberated, [{ type: 'VoidOpinion', reason: '文字有误' }, handler]);
    expect(spec.given(...again).state()).toMatchObject({ status: 'assembled' });
    expect(spec.given(...again).state()).not.toHaveProperty('opinion');
  });
});
