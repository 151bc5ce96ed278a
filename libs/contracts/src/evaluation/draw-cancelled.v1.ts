import { Type } from 'typebox';
import { ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheProcedure } from './parts.ts';

/** An attempt was given up, with its panel where there was one; it stays on record. */
export const DrawCancelled = defineEvent({
  service: 'evaluation',
  type: 'DrawCancelled',
  version: 1,
  article: 'platform',
  title: { zh: '取消抽签', en: 'Draw cancelled' },
  reach: 'journal',
  data: Type.Object({
    attempt: Type.Integer({ minimum: 1 }),
    reason: ShortText,
  }),
  fields: {
    attempt: inTheProcedure,
    reason: inTheProcedure,
  },
});
export type DrawCancelled = EventOf<typeof DrawCancelled>;
