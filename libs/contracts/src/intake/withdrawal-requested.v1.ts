import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling, shared } from './parts.ts';

/** After acceptance the review decides whether the case can still be withdrawn. */
export const WithdrawalRequested = defineEvent({
  service: 'intake',
  type: 'WithdrawalRequested',
  version: 1,
  article: 'platform',
  title: { zh: '申请撤回', en: 'Withdrawal requested' },
  reach: 'integration',
  data: Type.Object({
    caseId: Id,
    version: Type.Integer({ minimum: 1 }),
    reviewId: Type.Union([Id, Type.Null()]),
    reason: ShortText,
  }),
  fields: {
    caseId: shared,
    version: shared,
    reviewId: shared,
    reason: afterFiling,
  },
});
export type WithdrawalRequested = EventOf<typeof WithdrawalRequested>;
