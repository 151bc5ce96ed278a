import { Type } from 'typebox';
import { Id, InstantText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** 限期改进: by an acceptance decision, or instead of revocation. */
export const RectificationOrdered = defineEvent({
  service: 'construction',
  type: 'RectificationOrdered',
  version: 1,
  article: 'Art. 17',
  title: { zh: '限期改进', en: 'Rectification within a period ordered' },
  reach: 'integration',
  data: Type.Object({
    /** Rectification periods of a project are numbered from 1. */
    number: Type.Integer({ minimum: 1 }),
    decisionId: Id,
    dueAt: InstantText,
    /** When the approach of that end is to be recorded. */
    warnAt: InstantText,
  }),
  fields: { number: onTheCase, decisionId: onTheCase, dueAt: onTheCase, warnAt: onTheCase },
});
export type RectificationOrdered = EventOf<typeof RectificationOrdered>;
