import { Type } from 'typebox';
import { DateText } from '../common.ts';
import { defineEvent, type EventOf, open } from '../define-event.ts';

export const PlaqueAwarded = defineEvent({
  service: 'registry',
  type: 'PlaqueAwarded',
  version: 1,
  article: 'Art. 17',
  title: { zh: '授牌', en: 'Plaque awarded' },
  reach: 'public',
  data: Type.Object({ awardedOn: DateText }),
  fields: { awardedOn: open },
});
export type PlaqueAwarded = EventOf<typeof PlaqueAwarded>;
