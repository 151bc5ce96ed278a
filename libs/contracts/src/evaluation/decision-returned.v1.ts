import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** A decider sent the preparation back to the handler. */
export const DecisionReturned = defineEvent({
  service: 'evaluation',
  type: 'DecisionReturned',
  version: 1,
  article: 'platform',
  title: { zh: '退回重新拟定', en: 'Preparation returned' },
  reach: 'journal',
  data: Type.Object({
    preparation: Type.Integer({ minimum: 1 }),
    by: Id,
    reason: ShortText,
  }),
  fields: {
    preparation: withinThePdrc,
    by: withinThePdrc,
    reason: withinThePdrc,
  },
});
export type DecisionReturned = EventOf<typeof DecisionReturned>;
