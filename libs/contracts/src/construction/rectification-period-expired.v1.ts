import { Type } from 'typebox';
import { InstantText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** Makes revocation possible (可撤销); revokes nothing. */
export const RectificationPeriodExpired = defineEvent({
  service: 'construction',
  type: 'RectificationPeriodExpired',
  version: 1,
  article: 'Art. 17',
  title: { zh: '改进期限届满', en: 'Rectification period expired' },
  reach: 'integration',
  data: Type.Object({
    number: Type.Integer({ minimum: 1 }),
    /** The end that has passed. */
    dueAt: InstantText,
  }),
  fields: { number: onTheCase, dueAt: onTheCase },
});
export type RectificationPeriodExpired = EventOf<typeof RectificationPeriodExpired>;
