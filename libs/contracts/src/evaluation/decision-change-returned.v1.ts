import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** A decider did not agree to the change. */
export const DecisionChangeReturned = defineEvent({
  service: 'evaluation',
  type: 'DecisionChangeReturned',
  version: 1,
  article: 'platform',
  title: { zh: '退回变更', en: 'Change of a decision returned' },
  reach: 'journal',
  data: Type.Object({
    change: Type.Integer({ minimum: 1 }),
    by: Id,
    reason: ShortText,
  }),
  fields: {
    change: withinThePdrc,
    by: withinThePdrc,
    reason: withinThePdrc,
  },
});
export type DecisionChangeReturned = EventOf<typeof DecisionChangeReturned>;
