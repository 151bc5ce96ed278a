import { Type } from 'typebox';
import { defineEvent, type EventOf, open } from '../define-event.ts';

export const PlaqueNumbered = defineEvent({
  service: 'registry',
  type: 'PlaqueNumbered',
  version: 1,
  article: 'platform',
  title: { zh: '牌匾编号', en: 'Plaque numbered' },
  reach: 'public',
  data: Type.Object({
    year: Type.Integer(),
    serial: Type.Integer({ minimum: 1 }),
    /** As it is written on the plaque. */
    number: Type.String(),
  }),
  fields: { year: open, serial: open, number: open },
});
export type PlaqueNumbered = EventOf<typeof PlaqueNumbered>;
