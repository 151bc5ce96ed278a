import { Type } from 'typebox';
import { Id, Uscc } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting } from './parts.ts';

/** An organisation holds a unified social credit code while it is entered into the register. */
export const UsccReserved = defineEvent({
  service: 'intake',
  type: 'UsccReserved',
  version: 1,
  article: 'platform',
  title: { zh: '统一社会信用代码占用', en: 'Unified social credit code reserved' },
  reach: 'journal',
  data: Type.Object({
    organisation: Id,
    uscc: Uscc,
  }),
  fields: {
    organisation: drafting,
    uscc: drafting,
  },
});
export type UsccReserved = EventOf<typeof UsccReserved>;
