import { Type } from 'typebox';
import { InstantText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** The period ended without a request for acceptance: a fact to act on, never a sanction by itself. */
export const ConstructionPeriodOverdue = defineEvent({
  service: 'construction',
  type: 'ConstructionPeriodOverdue',
  version: 1,
  article: 'Art. 16',
  title: { zh: '组建期限已过', en: 'Construction period overdue' },
  reach: 'integration',
  data: Type.Object({
    /** The end that has passed. */
    dueAt: InstantText,
  }),
  fields: { dueAt: onTheCase },
});
export type ConstructionPeriodOverdue = EventOf<typeof ConstructionPeriodOverdue>;
