import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  decided,
  decider,
  expired,
  handler,
  histories,
  ordered,
  request,
  revocationBeforePdrc,
  revoked,
  under17,
} from '../../testing/index.ts';

const spec = deciderSpec(decider);
const consequence = { effectiveAt: '2028-02-09T16:00:00.000Z', policy: under17 };

describe('revoking the formation approval', () => {
  const pending = histories['revocation-decision-pending'];

  it('is proposed by the handler, with a reason, after an expired rectification', () => {
    spec
      .given(...histories['rectification-expired'])
      .when(
        { type: 'ProposeRevocation', subjectHash: request.subjectHash, reason: '改进期限届满仍未完成' },
        { actor: handler },
      )
      .records({ ...revocationBeforePdrc(), policy: under17 });
  });

  it('is only done by a decision', () => {
    spec
      .given(...pending)
      .when(decided('formation-revocation', 1, 'revoked'))
      .records({ ...revoked(), ...consequence });
  });

  it('may end in another period instead', () => {
    spec
      .given(...pending)
      .when({ ...decided('formation-revocation', 1, 'rectification'), rectificationMonths: 6 })
      .records({
        type: 'RectificationOrdered',
        data: {
          number: 2,
          decisionId: 'case-1-formation-revocation-1',
          dueAt: '2028-08-10T15:59:59.999Z',
          warnAt: '2028-07-11T15:59:59.999Z',
        },
        ...consequence,
      });
    expect(spec.given(...pending, ordered(2)).state()).toMatchObject({
      status: 'rectification',
      rectification: { number: 2, expired: false },
    });
  });

  it('is proposed anew, under another decision id, after a further period', () => {
    const { result } = spec
      .given(...pending, ordered(2), expired(2))
      .when(
        { type: 'ProposeRevocation', subjectHash: request.subjectHash, reason: '仍未完成' },
        { actor: handler },
      );
    expect(result).toMatchObject({ accepted: [{ data: { decisionId: 'case-1-formation-revocation-2' } }] });
  });

  it('refuses an outcome that neither revokes nor sets a period', () => {
    spec
      .given(...pending)
      .when(decided('formation-revocation', 1, 'declined'))
      .refuses('decision-outcome-unknown');
  });
});
