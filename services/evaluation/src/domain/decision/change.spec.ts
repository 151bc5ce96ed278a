import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  annulled,
  changed,
  decision,
  decisionId,
  opened,
  proposal,
  suspended,
  taken,
  voided,
} from '../testing/decision-histories.ts';
import { decider, handler, otherDecider } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import { policy } from '../testing/sample-rules.ts';
import type { DecisionAct } from './commands.ts';
import type { DecisionEvent } from './events.ts';

type Change = DecisionAct<'ProposeChange'>['act'];

const spec = deciderSpec(decision);
const correction: Change = { type: 'correct', article: 'Art. 15', reasons: '符合全部基本条件' };
const amendment: Change = { type: 'amend', conditions: { requirements: ['补充设备清单'] } };
const proposed = play(decision, taken, [proposal(amendment), handler]);
const approve = { type: 'ApproveChange', change: 1 } as const;
const ownMotion = { kind: 'own-motion', reference: null };

describe('proposing a change', () => {
  it('puts it before the deciders', () => {
    spec
      .given(...taken)
      .when(proposal(amendment), { actor: handler })
      .records({
        type: 'DecisionChangeProposed',
        data: { change: 1, handler: 'handler-1', act: amendment, basis: ownMotion, reason: '经核查' },
      });
  });

  it.each<[string, readonly DecisionEvent[], Change]>([
    ['taken', taken, { type: 'resume' }],
    ['suspended', suspended, { type: 'suspend' }],
  ])('must fit a decision that is %s', (_name, history, act) => {
    spec
      .given(...history)
      .when(proposal(act), { actor: handler })
      .refuses('change-not-fitting');
  });

  it('waits for the one before', () => {
    spec
      .given(...proposed)
      .when(proposal(correction), { actor: handler })
      .refuses('change-pending');
  });

  it('names what it is based on', () => {
    const given = spec.given(...taken);
    const annul = proposal({ type: 'annul' });
    given
      .when({ ...annul, basis: { kind: 'rumour', reference: null } }, { actor: handler })
      .refuses('change-basis-unknown');
    for (const kind of ['court', 'reconsideration'])
      given
        .when({ ...annul, basis: { kind, reference: null } }, { actor: handler })
        .refuses('change-basis-reference-missing');
    const court = { kind: 'court', reference: '（2026）吉01行初1号' };
    expect(given.when({ ...annul, basis: court }, { actor: handler }).result).toHaveProperty('accepted');
  });

  it('gives a correction in full', () => {
    const given = spec.given(...taken);
    for (const gap of [{ article: ' ' }, { reasons: '' }])
      given
        .when(proposal({ ...correction, ...gap } as Change), { actor: handler })
        .refuses('correction-incomplete');
  });

  it('is a handler’s, about a decision that is in force', () => {
    spec
      .given(...taken)
      .when(proposal(amendment), { actor: decider })
      .refuses('role-may-not');
    spec
      .given(...opened)
      .when(proposal(amendment), { actor: handler })
      .refuses('decision-step-passed');
    for (const history of [annulled, voided])
      spec
        .given(...history)
        .when(proposal(amendment), { actor: handler })
        .refuses('decision-ended');
  });
});

describe('deciding on a change', () => {
  const data = {
    decisionId,
    caseId: 'case-1',
    change: 1,
    basis: ownMotion,
    reason: '经核查',
    approvers: ['decider-1', 'decider-2'],
  };
  const fromPack = { ...policy, article: 'Art. 15' };
  const second: DecisionEvent = {
    type: 'DecisionChangeApproved',
    data: { change: 1, approver: 'decider-2' },
  };

  it.each<[string, readonly DecisionEvent[], Change, DecisionEvent]>([
    [
      'a correction',
      taken,
      { ...correction, article: 'Art. 12' },
      {
        type: 'DecisionCorrected',
        data: { ...data, article: 'Art. 12', reasons: '符合全部基本条件' },
        policy: { ...policy, article: 'Art. 12' },
      },
    ],
    [
      'an amendment',
      taken,
      amendment,
      {
        type: 'DecisionAmended',
        data: { ...data, conditions: { requirements: ['补充设备清单'] } },
        policy: fromPack,
      },
    ],
    ['a suspension', taken, { type: 'suspend' }, { type: 'DecisionSuspended', data, policy: fromPack }],
    ['an annulment', taken, { type: 'annul' }, { type: 'DecisionAnnulled', data, policy: fromPack }],
  ])('%s needs as many deciders as the decision', (_name, history, act, event) => {
    const pending = play(decision, history, [proposal(act), handler]);
    const one: DecisionEvent = { type: 'DecisionChangeApproved', data: { change: 1, approver: 'decider-1' } };
    spec
      .given(...pending)
      .when(approve, { actor: decider })
      .records(one);
    spec
      .given(...pending, one)
      .when(approve, { actor: otherDecider })
      .records(second, event);
  });

  it('a resumption puts a suspended decision into effect again', () => {
    const resumed = changed(suspended, 2, { type: 'resume' });
    expect(resumed.at(-1)).toEqual({
      type: 'DecisionResumed',
      data: { ...data, change: 2 },
      policy: fromPack,
    });
    expect(spec.given(...resumed).state()).toMatchObject({ status: 'taken', pending: null });
  });

  it('what was corrected or amended is what the decision says', () => {
    const corrected = changed(taken, 1, correction);
    expect(spec.given(...corrected).state()).toMatchObject({ taken: { reasons: '符合全部基本条件' } });
    const amended = changed(corrected, 2, amendment);
    expect(spec.given(...amended).state()).toMatchObject({
      status: 'taken',
      taken: { conditions: { requirements: ['补充设备清单'] } },
    });
    expect(spec.given(...changed(suspended, 2, amendment)).state()).toMatchObject({ status: 'suspended' });
  });

  it('is never the handler’s, nor anybody’s twice', () => {
    const handlerAsDecider = { ...handler, role: 'pdrc-decider' };
    spec
      .given(...proposed)
      .when(approve, { actor: handlerAsDecider })
      .refuses('handler-cannot-decide');
    const once = play(decision, proposed, [approve, decider]);
    spec
      .given(...once)
      .when(approve, { actor: decider })
      .refuses('approved-already');
  });

  it('is about the change that is pending', () => {
    spec
      .given(...taken)
      .when(approve, { actor: decider })
      .refuses('change-superseded');
    spec
      .given(...proposed)
      .when({ ...approve, change: 2 }, { actor: decider })
      .refuses('change-superseded');
  });

  it('may return it', () => {
    const back = { type: 'ReturnChange', change: 1, reason: '依据不足' } as const;
    spec
      .given(...proposed)
      .when(back, { actor: decider })
      .records({
        type: 'DecisionChangeReturned',
        data: { change: 1, by: 'decider-1', reason: '依据不足' },
      });
    spec
      .given(...taken)
      .when(back, { actor: decider })
      .refuses('change-superseded');
    spec
      .given(...proposed)
      .when(back, { actor: { ...handler, role: 'pdrc-decider' } })
      .refuses('handler-cannot-decide');
    const returned = play(decision, proposed, [back, decider]);
    expect(spec.given(...returned).state()).toMatchObject({ status: 'taken', changes: 1, pending: null });
  });

  it('is pointless once the decision was voided', () => {
    spec
      .given(...voided)
      .when(approve, { actor: decider })
      .refuses('decision-ended');
  });
});
