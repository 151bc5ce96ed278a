import { Type } from 'typebox';
import { defineEvent, type EventOf } from '../define-event.ts';
import { CenterEntity, drafting } from './parts.ts';

/** The legal form, registration and undertaking of the center itself. */
export const CenterEntityDescribed = defineEvent({
  service: 'intake',
  type: 'CenterEntityDescribed',
  version: 1,
  article: 'Art. 6',
  title: { zh: '说明中心主体', en: 'Center entity described' },
  reach: 'journal',
  data: Type.Object({
    entity: CenterEntity,
  }),
  fields: {
    entity: drafting,
  },
});
export type CenterEntityDescribed = EventOf<typeof CenterEntityDescribed>;
