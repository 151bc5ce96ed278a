import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  approvedOnce,
  decision,
  firstHash,
  opened,
  opinionHash,
  prepare,
  propose,
  secondHash,
  taken,
} from '../testing/decision-histories.ts';
import { decider, handler, leadUnit, otherHandler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import { policy } from '../testing/sample-rules.ts';
import type { DecisionCommand } from './commands.ts';

const spec = deciderSpec(decision);
const acceptance = {
  ...propose,
  decisionId: 'case-1-acceptance-1',
  kind: 'acceptance',
  reviewId: null,
} as const satisfies DecisionCommand;

describe('preparing', () => {
  it('records outcome, reasons, article and opinion', () => {
    spec
      .given(...opened)
      .when(prepare, { actor: handler })
      .records({
        type: 'DecisionPrepared',
        data: {
          preparation: 1,
          handler: 'handler-1',
          subjectHash: firstHash,
          outcome: 'approved',
          reasons: '符合基本条件',
          article: 'Art. 15',
          opinion: { reviewId: 'review-1', opinionHash, recommendation: 'favourable' },
          relies: [],
          conditions: {},
          merit: { roundId: null, rank: 1, of: 1 },
          minimumApprovers: 2,
        },
        policy: { ...policy, article: 'Art. 15' },
        evidence: [opinionHash],
      });
  });

  it('again replaces what was before the deciders, with its approvals', () => {
    const again = play(decision, approvedOnce, [prepare, otherHandler]);
    expect(spec.given(...again).state()).toMatchObject({
      status: 'prepared',
      preparation: { preparation: 2, handler: 'handler-2' },
      approvals: [],
      handlers: ['handler-1', 'handler-2'],
    });
  });

  it('chooses an outcome of the kind, with its conditions', () => {
    spec
      .given(...opened)
      .when({ ...prepare, outcome: 'maybe' }, { actor: handler })
      .refuses('outcome-not-allowed');
    const rectify = { ...prepare, outcome: 'rectification', opinion: null };
    const given = spec.given(...play(decision, [], [acceptance, handler]));
    given.when(rectify, { actor: handler }).refuses('condition-missing');
  });

  it('rests on the opinion of this case’s review', () => {
    const given = spec.given(...opened);
    given.when({ ...prepare, opinion: null }, { actor: handler }).refuses('panel-opinion-required');
    const elsewhere = { reviewId: 'review-9', opinionHash, recommendation: 'favourable' };
    given.when({ ...prepare, opinion: elsewhere }, { actor: handler }).refuses('panel-opinion-required');
    const none = spec.given(...play(decision, [], [acceptance, handler]));
    none
      .when({ ...prepare, outcome: 'accepted', opinion: elsewhere }, { actor: handler })
      .refuses('panel-opinion-required');
  });

  it('states why it relies on what is not in the guideline', () => {
    const rectify: DecisionCommand = {
      ...prepare,
      outcome: 'rectification',
      opinion: null,
      conditions: { rectificationMonths: 6 },
    };
    const given = spec.given(...play(decision, [], [acceptance, handler]));
    const { result } = given.when(rectify, { actor: handler });
    expect(result).toEqual({
      refused: {
        code: 'justification-required',
        findings: [
          { code: 'rectificationPeriod', strength: 'needs-justification', article: 'platform default' },
        ],
      },
    });
    const blank = { rule: 'rectificationPeriod', justification: ' ' };
    given.when({ ...rectify, justifications: [blank] }, { actor: handler }).refuses('justification-required');
    const stated = { rule: 'rectificationPeriod', justification: '问题不大，半年可改' };
    given.when({ ...rectify, justifications: [stated] }, { actor: handler }).records({
      type: 'DecisionPrepared',
      data: {
        preparation: 1,
        handler: 'handler-1',
        subjectHash: firstHash,
        outcome: 'rectification',
        reasons: '符合基本条件',
        article: 'Art. 17',
        opinion: null,
        relies: [{ ...stated, origin: 'platform default' }],
        conditions: { rectificationMonths: 6 },
        merit: null,
        minimumApprovers: 1,
      },
      policy: { ...policy, article: 'Art. 17' },
    });
  });

  it('takes justifications only for rules the pack knows', () => {
    const stranger = { rule: 'horoscope', justification: '吉' };
    spec
      .given(...opened)
      .when({ ...prepare, justifications: [stranger] }, { actor: handler })
      .refuses('reliance-unknown');
  });

  it('departs from the panel’s opinion only with a reason', () => {
    const against = { ...prepare, outcome: 'declined' };
    const given = spec.given(...opened);
    given.when(against, { actor: handler }).refuses('justification-required');
    const reason = { rule: 'departure-from-panel-opinion', justification: '与规划布局不符' };
    const { result } = given.when({ ...against, justifications: [reason] }, { actor: handler });
    expect(result).toMatchObject({ accepted: [{ data: { outcome: 'declined', relies: [reason] } }] });
  });

  it('relies on a panel of which somebody had a conflict only with a reason', () => {
    const opinion = { reviewId: 'review-1', opinionHash, recommendation: 'favourable', conflicted: 1 };
    const given = spec.given(...opened);
    given.when({ ...prepare, opinion }, { actor: handler }).refuses('justification-required');
    const reason = { rule: 'conflict-found-after-conclusion', justification: '其余专家意见一致' };
    const { result } = given.when({ ...prepare, opinion, justifications: [reason] }, { actor: handler });
    expect(result).toMatchObject({ accepted: [{ data: { opinion, relies: [reason] } }] });
  });

  it('is of the version that the handler has read, where they say which', () => {
    const given = spec.given(...opened);
    given.when({ ...prepare, subjectHash: secondHash }, { actor: handler }).refuses('subject-superseded');
    expect(given.when({ ...prepare, subjectHash: firstHash }, { actor: handler }).result).toHaveProperty(
      'accepted',
    );
  });

  it('sets no due date that has passed', () => {
    const conditions = { newDueAt: '2026-03-01T15:59:59.999Z' };
    const given = spec.given(...opened);
    const prepared = (now: string) => given.when({ ...prepare, conditions }, { actor: handler, now });
    prepared('2026-03-01T15:59:59.999Z').refuses('due-date-past');
    expect(prepared('2026-03-01T15:59:59.998Z').result).toMatchObject({
      accepted: [{ data: { conditions } }],
    });
  });

  it('records a rank among those of the round', () => {
    const given = spec.given(...opened);
    const second = given.when(
      { ...prepare, merit: { roundId: 'round-1', rank: 2, of: 3 } },
      { actor: handler },
    );
    expect(second.result).toMatchObject({ accepted: [{ data: { merit: { rank: 2, of: 3 } } }] });
    for (const merit of [
      { roundId: 'round-1', rank: 4, of: 3 },
      { roundId: 'round-1', rank: 0, of: 3 },
      { roundId: null, rank: 1, of: 2 },
    ])
      given.when({ ...prepare, merit }, { actor: handler }).refuses('rank-invalid');
  });

  it('cannot cite a ranking that does not contain the case', () => {
    spec
      .given(...opened)
      .when({ ...prepare, merit: null }, { actor: handler })
      .refuses('case-not-ranked');
  });

  it('may cite another article', () => {
    const { result } = spec.given(...opened).when({ ...prepare, article: 'Art. 12' }, { actor: handler });
    expect(result).toMatchObject({
      accepted: [{ data: { article: 'Art. 12' }, policy: { article: 'Art. 12' } }],
    });
  });

  it('is a handler’s, and too late once taken', () => {
    spec
      .given(...opened)
      .when(prepare, { actor: decider })
      .refuses('role-may-not');
    spec
      .given(...opened)
      .when(prepare, { actor: leadUnit })
      .refuses('role-may-not');
    spec
      .given(...taken)
      .when(prepare, { actor: handler })
      .refuses('decision-step-passed');
    spec.given().when(prepare, { actor: handler }).refuses('decision-unknown');
  });
});
