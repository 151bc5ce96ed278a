import { Type } from 'typebox';
import { InstantText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

export const ConstructionPeriodApproaching = defineEvent({
  service: 'construction',
  type: 'ConstructionPeriodApproaching',
  version: 1,
  article: 'Art. 16',
  title: { zh: '组建期限将至', en: 'End of the construction period approaching' },
  reach: 'integration',
  data: Type.Object({
    /** The end that approaches. */
    dueAt: InstantText,
  }),
  fields: { dueAt: onTheCase },
});
export type ConstructionPeriodApproaching = EventOf<typeof ConstructionPeriodApproaching>;
