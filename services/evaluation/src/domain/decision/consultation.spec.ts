import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  decision,
  firstHash,
  opened,
  opinionHash,
  prepare,
  prepared,
} from '../testing/decision-histories.ts';
import { decider, department, handler } from '../testing/people.ts';
import { play } from '../testing/play.ts';

const spec = deciderSpec(decision);

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
      departments: [
        { department: 'org-finance-department', status: 'asked', answer: null, waivedBecause: null },
      ],
    });
  });

  it('hold up every approval until they are in', () => {
    const waiting = play(decision, asked, [prepare, handler]);
    const approval = {
      type: 'ApproveDecision',
      preparation: 1,
      subjectHash: firstHash,
      opinion: null,
      panel: [],
    } as const;
    spec
      .given(...waiting)
      .when(approval, { actor: decider })
      .refuses('department-opinion-outstanding');
    const answered = play(decision, waiting, [answer, department]);
    const { result } = spec.given(...answered).when(approval, { actor: decider });
    expect(result).toHaveProperty('accepted');
  });
});
