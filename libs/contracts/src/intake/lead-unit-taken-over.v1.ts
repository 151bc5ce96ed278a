import { Type } from 'typebox';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting, LeadUnit } from './parts.ts';

/** The case took over what the register now says of its lead unit. */
export const LeadUnitTakenOver = defineEvent({
  service: 'intake',
  type: 'LeadUnitTakenOver',
  version: 1,
  article: 'Art. 15',
  title: { zh: '更新牵头单位信息', en: 'Lead unit taken over from the register' },
  reach: 'journal',
  data: Type.Object({
    leadUnit: LeadUnit,
  }),
  fields: {
    leadUnit: drafting,
  },
});
export type LeadUnitTakenOver = EventOf<typeof LeadUnitTakenOver>;
