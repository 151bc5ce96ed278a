import { deciderSpec } from '@iic/event-sourcing/testing';
import { decided, decider, handler, histories, leadUnit, pack, report, start } from '../../testing/index.ts';
import type { RecordApprovalChange } from './commands.ts';
import { nextActs, waitingFor } from './next-acts.ts';

const spec = deciderSpec(decider);
const building = histories['under-construction'];
const change = (what: RecordApprovalChange['change'], decisionId = start.decisionId) =>
  ({ type: 'RecordApprovalChange', decisionId, change: what }) as const;
const halted = (annulled: boolean) =>
  ({ type: 'ProjectHalted', data: { decisionId: start.decisionId, annulled } }) as const;
const resumed = { type: 'ProjectResumed', data: { decisionId: start.decisionId } } as const;
const progress = { type: 'ReportProgress', report } as const;

describe('a project whose approval loses its effect', () => {
  it('is halted while it is suspended, goes on when it is resumed, and ends when it is annulled', () => {
    spec
      .given(...building)
      .when(change('suspended'))
      .records(halted(false));
    spec
      .given(...building, halted(false))
      .when(change('resumed'))
      .records(resumed);
    spec
      .given(...building, halted(false))
      .when(change('annulled'))
      .records(halted(true));
    spec
      .given(...building, halted(true))
      .when(change('resumed'))
      .records();
  });

  it('takes no act of anybody, and says why', () => {
    const suspended = spec.given(...building, halted(false));
    suspended.when(progress, { actor: leadUnit }).refuses('approval-suspended');
    spec
      .given(...building, halted(true))
      .when(progress, { actor: leadUnit })
      .refuses('approval-annulled');
    suspended.when(progress, { actor: handler }).refuses('role-may-not');
    expect(nextActs(suspended.state(), pack)).toEqual([]);
    expect(waitingFor(suspended.state()).role).toBe('pdrc-handler');
    const again = spec.given(...building, halted(false), resumed);
    expect(again.when(progress, { actor: leadUnit }).result).toHaveProperty('accepted');
  });

  it('takes no consequence of a decision that was under way', () => {
    spec
      .given(...histories['acceptance-decision-pending'], halted(true))
      .when(decided('acceptance', 1, 'accepted'))
      .refuses('approval-annulled');
  });

  it('is not touched by changes of its other decisions, nor once it is closed', () => {
    spec
      .given(...building)
      .when(change('annulled', 'case-1-adjustment-1'))
      .records();
    for (const status of ['accepted', 'revoked'] as const) {
      spec
        .given(...histories[status])
        .when(change('annulled'))
        .records();
    }
    spec.given().when(change('annulled')).records();
  });
});
