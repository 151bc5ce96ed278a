import { Type } from 'typebox';
import { ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheProcedure, SeatRule } from './parts.ts';

/** The order cannot fill a vacant seat; the panel goes on with fewer members, as the policy pack allows. */
export const PanelReduced = defineEvent({
  service: 'evaluation',
  type: 'PanelReduced',
  version: 1,
  article: 'platform',
  title: { zh: '缩减评审组席位', en: 'Panel reduced' },
  reach: 'journal',
  data: Type.Object({
    seats: Type.Integer({ minimum: 1 }),
    minimums: Type.Array(SeatRule),
    reason: ShortText,
  }),
  fields: {
    seats: inTheProcedure,
    minimums: inTheProcedure,
    reason: inTheProcedure,
  },
});
export type PanelReduced = EventOf<typeof PanelReduced>;
