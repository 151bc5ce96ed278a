import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  adjustmentApproved,
  adjustmentBeforePdrc,
  decided,
  decider,
  hash,
  propose,
  proposed,
  started,
  under16,
} from '../../testing/index.ts';

const spec = deciderSpec(decider);
const effectiveAt = '2028-02-09T16:00:00.000Z';

describe('the decision on an adjustment', () => {
  const before = [started, proposed({ extensionMonths: 6 }), adjustmentBeforePdrc()] as const;

  it('changes the plan and moves the end when approved', () => {
    const until = '2028-09-02T15:59:59.999Z';
    spec
      .given(...before)
      .when(decided('adjustment', 1, 'approved'))
      .records({ ...adjustmentApproved({ extensionMonths: 6 }, until), effectiveAt, policy: under16 });
    expect(
      spec.given(...before, adjustmentApproved({ extensionMonths: 6, members: ['org-new'] }, until)).state(),
    ).toMatchObject({
      status: 'under-construction',
      project: { extensions: 1, plan: { months: 30, dueAt: until, members: ['org-new'] } },
    });
  });

  it('takes the end the decision itself sets', () => {
    const newDueAt = '2028-12-31T15:59:59.999Z';
    spec
      .given(...before)
      .when({ ...decided('adjustment', 1, 'approved'), newDueAt })
      .records({ ...adjustmentApproved({ extensionMonths: 6 }, newDueAt), effectiveAt, policy: under16 });
  });

  it('keeps the end where nothing extends it', () => {
    spec
      .given(started, proposed(), adjustmentBeforePdrc())
      .when(decided('adjustment', 1, 'approved'))
      .records({ ...adjustmentApproved(propose.changes), effectiveAt, policy: under16 });
  });

  it('leaves the plan alone when declined', () => {
    spec
      .given(...before)
      .when(decided('adjustment', 1, 'declined'))
      .records({
        type: 'AdjustmentDeclined',
        data: { number: 1, decisionId: 'case-1-adjustment-1' },
        effectiveAt,
        policy: under16,
      });
  });

  it('refuses an outcome that answers something else', () => {
    spec
      .given(...before)
      .when(decided('adjustment', 1, 'accepted'))
      .refuses('decision-outcome-unknown');
  });

  it('records nothing for another decision, another version, or when none is awaited', () => {
    const decision = decided('adjustment', 1, 'approved');
    spec
      .given(...before)
      .when({ ...decision, decisionId: 'case-1-adjustment-2' })
      .records();
    spec
      .given(...before)
      .when({ ...decision, subjectHash: hash('0') })
      .records();
    spec.given(started).when(decision).records();
    spec.given().when(decision).records();
  });
});
