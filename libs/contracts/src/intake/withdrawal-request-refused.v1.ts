import { Type } from 'typebox';
import { Code } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling } from './parts.ts';

/** The review had already been concluded. */
export const WithdrawalRequestRefused = defineEvent({
  service: 'intake',
  type: 'WithdrawalRequestRefused',
  version: 1,
  article: 'platform',
  title: { zh: '撤回申请未获准', en: 'Withdrawal request refused' },
  reach: 'journal',
  data: Type.Object({
    reason: Code,
  }),
  fields: {
    reason: afterFiling,
  },
});
export type WithdrawalRequestRefused = EventOf<typeof WithdrawalRequestRefused>;
