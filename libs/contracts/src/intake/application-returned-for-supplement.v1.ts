import { Type } from 'typebox';
import { InstantText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { beforeFiling, SupplementPoint } from './parts.ts';

/** What must be mended before the competent unit reviews again. */
export const ApplicationReturnedForSupplement = defineEvent({
  service: 'intake',
  type: 'ApplicationReturnedForSupplement',
  version: 1,
  article: 'interpretation of Art. 15',
  title: { zh: '主管单位退回补正', en: 'Returned for supplement by the competent unit' },
  reach: 'journal',
  data: Type.Object({
    version: Type.Integer({ minimum: 1 }),
    points: Type.Array(SupplementPoint, { minItems: 1 }),
    dueAt: Type.Union([InstantText, Type.Null()]),
  }),
  fields: {
    version: beforeFiling,
    points: beforeFiling,
    dueAt: beforeFiling,
  },
});
export type ApplicationReturnedForSupplement = EventOf<typeof ApplicationReturnedForSupplement>;
