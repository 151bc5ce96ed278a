import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  annulled,
  approvedOnce,
  decision,
  decisionId,
  firstHash,
  opened,
  opinionHash,
  prepare,
  prepared,
  propose,
  secondHash,
  suspended,
  taken,
  voided,
} from '../testing/decision-histories.ts';
import { decider, department, handler, leadUnit, otherHandler } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import { policy } from '../testing/sample-rules.ts';
import type { DecisionCommand } from './commands.ts';
import type { DecisionEvent } from './events.ts';

const spec = deciderSpec(decision);
const { type: _, policy: __, ...proposal } = propose;
const acceptance = {
  ...propose,
  decisionId: 'case-1-acceptance-1',
  kind: 'acceptance',
  reviewId: null,
} as const satisfies DecisionCommand;

describe('proposing', () => {
  const newer = { ...propose, subjectVersion: 2, subjectHash: secondHash, reviewId: 'review-2' };

  it('opens a decision on one version under the case’s pack', () => {
    spec
      .given()
      .when(propose)
      .records({
        type: 'DecisionOpened',
        data: { ...proposal, policyId: policy.id, policyHash: policy.hash },
        policy: { ...policy, article: 'Art. 15' },
      });
  });

  it('changes nothing when repeated', () => {
    for (const history of [opened, prepared, taken])
      spec
        .given(...history)
        .when(propose)
        .records();
  });

  it('refuses a kind the pack does not have, and an identifier of another decision', () => {
    spec
      .given()
      .when({ ...propose, kind: 'adjustment' })
      .refuses('decision-kind-unknown');
    for (const other of [
      { caseId: 'case-2' },
      { kind: 'acceptance' as const },
      { subject: 'project-case-1' },
    ])
      spec
        .given(...opened)
        .when({ ...propose, ...other })
        .refuses('decision-id-in-use');
  });

  it.each<[string, readonly DecisionEvent[], readonly string[]]>([
    ['an open decision', opened, []],
    ['a prepared one', prepared, []],
    ['one with an approval', approvedOnce, ['decider-1']],
  ])('with another hash starts %s anew', (_name, history, invalidatedApprovals) => {
    spec
      .given(...history)
      .when(newer)
      .records({
        type: 'DecisionSubjectChanged',
        data: {
          decisionId,
          caseId: 'case-1',
          subjectVersion: 2,
          subjectHash: secondHash,
          previousHash: firstHash,
          reviewId: 'review-2',
          summary: propose.summary,
          invalidatedApprovals: [...invalidatedApprovals],
        },
      });
    const changed = play(decision, history, [newer, handler]);
    expect(spec.given(...changed).state()).toMatchObject({
      status: 'open',
      file: { subjectHash: secondHash },
    });
    expect(spec.given(...changed).state()).not.toHaveProperty('approvals');
  });

  it.each([
    ['taken', taken],
    ['suspended', suspended],
  ])('with another hash voids a decision %s meanwhile', (_name, history) => {
    spec
      .given(...history)
      .when(newer)
      .records({
        type: 'DecisionVoided',
        data: { decisionId, caseId: 'case-1', subjectHash: secondHash, reason: 'subject-changed' },
      });
  });

  it('with another hash is refused when the decision has ended', () => {
    const third = { ...newer, subjectHash: 'f'.repeat(64) };
    for (const history of [annulled, voided])
      spec
        .given(...history)
        .when(third)
        .refuses('decision-ended');
  });
});

describe('reassigning the competent unit', () => {
  it('follows the act recorded for the case, once', () => {
    const command = { type: 'ReassignDecision', competentUnit: 'org-other-unit' } as const;
    const event: DecisionEvent = {
      type: 'DecisionCompetentUnitReassigned',
      data: { competentUnit: 'org-other-unit', previous: 'org-unit' },
    };
    spec
      .given(...opened)
      .when(command)
      .records(event);
    spec
      .given(...opened, event)
      .when(command)
      .records();
    spec
      .given(...taken)
      .when(command)
      .records(event);
  });
});

describe('opinions of other departments', () => {
  const ask = {
    type: 'RequestDepartmentOpinion',
    department: 'org-finance-department',
    question: '资金安排',
  } as const;
  const answer = {
    type: 'RecordDepartmentOpinion',
    department: 'org-finance-department',
    position: 'agree-with-remarks',
    text: '原则同意',
    documentHash: opinionHash,
  } as const;
  const waive = {
    type: 'WaiveDepartmentOpinion',
    department: 'org-finance-department',
    reason: '逾期',
  } as const;
  const asked = play(decision, opened, [ask, handler]);

  it('are asked for while nothing is before the deciders', () => {
    spec
      .given(...opened)
      .when(ask, { actor: handler })
      .records({
        type: 'DepartmentOpinionRequested',
        data: { department: 'org-finance-department', question: '资金安排' },
      });
    spec
      .given(...asked)
      .when(ask, { actor: handler })
      .refuses('department-asked');
    spec
      .given(...prepared)
      .when(ask, { actor: handler })
      .refuses('decision-step-passed');
  });

  it.each([
    ['by the department itself', department],
    ['by a handler who enters the paper', handler],
  ])('are recorded %s', (_name, actor) => {
    spec
      .given(...asked)
      .when(answer, { actor })
      .records({
        type: 'DepartmentOpinionRecorded',
        data: {
          department: 'org-finance-department',
          position: 'agree-with-remarks',
          text: '原则同意',
          documentHash: opinionHash,
        },
        evidence: [opinionHash],
      });
  });

  it('may be recorded without a document', () => {
    spec
      .given(...asked)
      .when({ ...answer, documentHash: null }, { actor: department })
      .records({
        type: 'DepartmentOpinionRecorded',
        data: {
          department: 'org-finance-department',
          position: 'agree-with-remarks',
          text: '原则同意',
          documentHash: null,
        },
      });
  });

  it('are given where asked, by whom it concerns, once', () => {
    const other = { ...department, organisation: 'org-other-department' };
    spec
      .given(...asked)
      .when(answer, { actor: other })
      .refuses('not-your-department');
    spec
      .given(...opened)
      .when(answer, { actor: department })
      .refuses('department-not-asked');
    const answered = play(decision, asked, [answer, department]);
    spec
      .given(...answered)
      .when(answer, { actor: department })
      .refuses('department-not-asked');
    spec
      .given(...asked)
      .when({ ...answer, position: 'hm' }, { actor: department })
      .refuses('position-unknown');
  });

  it('may be waived with a reason, and asked for again', () => {
    spec
      .given(...asked)
      .when(waive, { actor: handler })
      .records({
        type: 'DepartmentOpinionWaived',
        data: { department: 'org-finance-department', reason: '逾期' },
      });
    spec
      .given(...opened)
      .when(waive, { actor: handler })
      .refuses('department-not-asked');
    const again = play(decision, asked, [waive, handler], [ask, handler]);
    expect(spec.given(...again).state()).toMatchObject({
      departments: [{ department: 'org-finance-department', status: 'asked' }],
    });
  });

  it('hold up every approval until they are in', () => {
    const waiting = play(decision, asked, [prepare, handler]);
    const approval = { type: 'ApproveDecision', preparation: 1, subjectHash: firstHash } as const;
    spec
      .given(...waiting)
      .when(approval, { actor: decider })
      .refuses('department-opinion-outstanding');
    const answered = play(decision, waiting, [answer, department]);
    const { result } = spec.given(...answered).when(approval, { actor: decider });
    expect(result).toHaveProperty('accepted');
  });
});

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
