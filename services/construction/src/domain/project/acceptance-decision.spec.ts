import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  acceptanceBeforePdrc,
  concluded,
  decided,
  decider,
  expired,
  histories,
  ordered,
  passed,
  rectifyBy,
  requested,
  under17,
} from '../../testing/index.ts';
import type { ProjectEvent } from './events.ts';

const spec = deciderSpec(decider);
const effectiveAt = '2028-02-09T16:00:00.000Z';

describe('the decision on acceptance', () => {
  const first = histories['acceptance-decision-pending'];
  const second = [...histories.rectification, requested(2), concluded(2), acceptanceBeforePdrc(2)] as const;
  const consequence = { effectiveAt, policy: under17 };

  it('passes', () => {
    spec
      .given(...first)
      .when(decided('acceptance', 1, 'accepted'))
      .records({ ...passed(), ...consequence });
  });

  it('orders rectification for the default period, the months named or until the day named', () => {
    const decision = decided('acceptance', 1, 'rectification');
    spec
      .given(...first)
      .when(decision)
      .records({ ...ordered(), ...consequence });
    spec
      .given(...first)
      .when({ ...decision, rectificationMonths: 3 })
      .records({ ...ordered(1, '2028-05-10T15:59:59.999Z'), ...consequence });
    spec
      .given(...first)
      .when({ ...decision, newDueAt: '2028-06-30T15:59:59.999Z' })
      .records({ ...ordered(1, '2028-06-30T15:59:59.999Z'), ...consequence });
  });

  it('owes a first failure a period even when the decision names none', () => {
    spec
      .given(...first)
      .when(decided('acceptance', 1, 'not-accepted'))
      .records({ ...ordered(), ...consequence });
  });

  it('orders a further rectification with its own number', () => {
    const { result } = spec.given(...second).when(decided('acceptance', 2, 'rectification'));
    expect(result).toMatchObject({ accepted: [{ type: 'RectificationOrdered', data: { number: 2 } }] });
  });

  it('lets a period that still runs go on after a repeated failure, and never revokes by itself', () => {
    const failed: ProjectEvent = {
      type: 'AcceptanceNotPassed',
      data: { round: 2, decisionId: 'case-1-acceptance-2', dueAt: rectifyBy },
    };
    spec
      .given(...second)
      .when(decided('acceptance', 2, 'not-accepted'))
      .records({ ...failed, ...consequence });
    expect(spec.given(...second, failed).state().status).toBe('rectification');
    expect(spec.given(...second, expired(), failed).state().status).toBe('rectification-expired');
  });

  it('refuses an outcome that answers something else', () => {
    spec
      .given(...first)
      .when(decided('acceptance', 1, 'revoked'))
      .refuses('decision-outcome-unknown');
  });

  it('records nothing once it was drawn', () => {
    const decision = decided('acceptance', 1, 'accepted');
    spec
      .given(...first, passed())
      .when(decision)
      .records();
    spec
      .given(...second)
      .when(decision)
      .records();
  });
});
