import { Type } from 'typebox';
import { Code, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** The applicant asked too late: the review had been concluded. */
export const WithdrawalRefused = defineEvent({
  service: 'evaluation',
  type: 'WithdrawalRefused',
  version: 1,
  article: 'platform',
  title: { zh: '不予撤回', en: 'Withdrawal refused' },
  reach: 'integration',
  data: Type.Object({
    reviewId: Id,
    caseId: Id,
    sequence: Type.Integer({ minimum: 1 }),
    /** `review-concluded`. */
    reason: Code,
  }),
  fields: {
    reviewId: onTheCase,
    caseId: onTheCase,
    sequence: onTheCase,
    reason: onTheCase,
  },
});
export type WithdrawalRefused = EventOf<typeof WithdrawalRefused>;
