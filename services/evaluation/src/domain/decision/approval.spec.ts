import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  annulled,
  approve,
  approvedOnce,
  decision,
  firstHash,
  opened,
  opinionHash,
  prepare,
  prepared,
  propose,
  secondHash,
  taken,
} from '../testing/decision-histories.ts';
import { decider, handler, otherDecider, otherHandler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import { policy } from '../testing/sample-rules.ts';
import type { DecisionEvent } from './events.ts';

const spec = deciderSpec(decision);
const firstApproval: DecisionEvent = {
  type: 'DecisionApproved',
  data: { preparation: 1, approver: 'decider-1', subjectHash: firstHash },
};

describe('approving', () => {
  it('counts one decider', () => {
    spec
      .given(...prepared)
      .when(approve(), { actor: decider })
      .records(firstApproval);
  });

  it('is refused to whoever sat on the panel', () => {
    const member = { ...decider, subject: 'expert-1' };
    spec
      .given(...prepared)
      .when(approve(), { actor: member })
      .refuses('panel-member-cannot-decide');
    spec
      .given(...opened)
      .when(prepare, { actor: { ...handler, subject: 'expert-1' } })
      .refuses('panel-member-cannot-decide');
  });

  it('stops when a conflict on the panel was found after the preparation', () => {
    const known = { ...prepare.opinion, reviewId: 'review-1', opinionHash, recommendation: 'favourable' };
    const since = approve(1, firstHash, { ...known, conflicted: 1 });
    spec
      .given(...prepared)
      .when(since, { actor: decider })
      .refuses('conflict-since-preparation');
    const justifications = [{ rule: 'conflict-found-after-conclusion', justification: '不影响结论' }];
    const again = { ...prepare, opinion: { ...known, conflicted: 1 }, justifications };
    spec
      .given(...play(decision, prepared, [again, handler]))
      .when(approve(2, firstHash, { ...known, conflicted: 1 }), { actor: decider })
      .records({ ...firstApproval, data: { ...firstApproval.data, preparation: 2 } });
  });

  it('takes the decision when enough deciders have approved, dated in China', () => {
    const { summary: _, type: __, policy: ___, ...subject } = propose;
    spec
      .given(...approvedOnce)
      .when(approve(), { actor: otherDecider, now: '2026-12-31T16:00:00.000Z' })
      .records(
        { type: 'DecisionApproved', data: { preparation: 1, approver: 'decider-2', subjectHash: firstHash } },
        {
          type: 'DecisionTaken',
          data: {
            ...subject,
            outcome: 'approved',
            opinionHash,
            article: 'Art. 15',
            reasons: '符合基本条件',
            conditions: {},
            effectiveDate: '2027-01-01',
            handler: 'handler-1',
            approvers: ['decider-1', 'decider-2'],
            merit: { roundId: null, rank: 1, of: 1 },
            agency: 'SAMPLE',
            year: 2027,
            policyId: policy.id,
            policyHash: policy.hash,
          },
          policy: { ...policy, article: 'Art. 15' },
          evidence: [opinionHash],
        },
      );
  });

  it('may set another effective date', () => {
    const later = { ...prepare, conditions: { effectiveDate: '2026-05-01' } };
    const history = play(decision, opened, [later, handler], [approve(), decider], [approve(), otherDecider]);
    expect(history.at(-1)).toMatchObject({ type: 'DecisionTaken', data: { effectiveDate: '2026-05-01' } });
  });

  it('is never the handler’s, whatever role the same person has', () => {
    const handlerAsDecider = { ...handler, role: 'pdrc-decider' };
    spec
      .given(...prepared)
      .when(approve(), { actor: handlerAsDecider })
      .refuses('handler-cannot-decide');
  });

  it('is not an earlier handler’s either', () => {
    const twice = play(decision, prepared, [prepare, otherHandler]);
    const earlier = { ...handler, role: 'pdrc-decider' };
    spec
      .given(...twice)
      .when(approve(2), { actor: earlier })
      .refuses('handler-cannot-decide');
  });

  it('counts nobody twice', () => {
    spec
      .given(...approvedOnce)
      .when(approve(), { actor: decider })
      .refuses('approved-already');
  });

  it('is for what the decider has read', () => {
    spec
      .given(...prepared)
      .when(approve(2), { actor: decider })
      .refuses('preparation-superseded');
    spec
      .given(...prepared)
      .when(approve(1, secondHash), { actor: decider })
      .refuses('preparation-superseded');
  });

  it('does not outlive a change of the subject', () => {
    const changed = play(decision, approvedOnce, [
      { ...propose, subjectVersion: 2, subjectHash: secondHash },
      handler,
    ]);
    spec
      .given(...changed)
      .when(approve(), { actor: otherDecider })
      .refuses('decision-step-passed');
    const again = play(decision, changed, [prepare, handler], [approve(2, secondHash), otherDecider]);
    expect(spec.given(...again).state()).toMatchObject({ status: 'prepared', approvals: ['decider-2'] });
  });

  it('is a decider’s, while something is before the deciders', () => {
    spec
      .given(...prepared)
      .when(approve(), { actor: otherHandler })
      .refuses('role-may-not');
    spec
      .given(...opened)
      .when(approve(), { actor: decider })
      .refuses('decision-step-passed');
    spec
      .given(...taken)
      .when(approve(), { actor: decider })
      .refuses('decision-step-passed');
    spec
      .given(...annulled)
      .when(approve(), { actor: decider })
      .refuses('decision-ended');
  });
});

describe('returning a preparation', () => {
  const back = { type: 'ReturnPreparation', preparation: 1, reason: '理由不充分' } as const;

  it('leaves nothing before the deciders', () => {
    spec
      .given(...approvedOnce)
      .when(back, { actor: otherDecider })
      .records({
        type: 'DecisionReturned',
        data: { preparation: 1, by: 'decider-2', reason: '理由不充分' },
      });
    const returned = play(decision, approvedOnce, [back, otherDecider]);
    expect(spec.given(...returned).state()).toMatchObject({ status: 'open', preparations: 1 });
  });

  it('is for what the decider has read, and not the handler’s', () => {
    spec
      .given(...prepared)
      .when({ ...back, preparation: 2 }, { actor: decider })
      .refuses('preparation-superseded');
    spec
      .given(...prepared)
      .when(back, { actor: { ...handler, role: 'pdrc-decider' } })
      .refuses('handler-cannot-decide');
  });
});
