import { Type } from 'typebox';
import { InstantText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

export const RectificationPeriodApproaching = defineEvent({
  service: 'construction',
  type: 'RectificationPeriodApproaching',
  version: 1,
  article: 'Art. 17',
  title: { zh: '改进期限将至', en: 'End of the rectification period approaching' },
  reach: 'integration',
  data: Type.Object({
    number: Type.Integer({ minimum: 1 }),
    /** The end that approaches. */
    dueAt: InstantText,
  }),
  fields: { number: onTheCase, dueAt: onTheCase },
});
export type RectificationPeriodApproaching = EventOf<typeof RectificationPeriodApproaching>;
