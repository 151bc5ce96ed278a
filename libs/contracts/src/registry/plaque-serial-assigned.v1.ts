import { Type } from 'typebox';
import { Id } from '../common.ts';
import { auditorOnly, defineEvent, type EventOf } from '../define-event.ts';

/** In the year's own stream: the serial is the event's revision + 1, so that no gap can arise. */
export const PlaqueSerialAssigned = defineEvent({
  service: 'registry',
  type: 'PlaqueSerialAssigned',
  version: 1,
  article: 'platform',
  title: { zh: '分配牌匾序号', en: 'Plaque serial assigned' },
  reach: 'journal',
  data: Type.Object({
    year: Type.Integer(),
    serial: Type.Integer({ minimum: 1 }),
    caseId: Id,
  }),
  fields: { year: auditorOnly, serial: auditorOnly, caseId: auditorOnly },
});
export type PlaqueSerialAssigned = EventOf<typeof PlaqueSerialAssigned>;
