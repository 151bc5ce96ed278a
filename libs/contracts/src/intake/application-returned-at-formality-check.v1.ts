import { Type } from 'typebox';
import { InstantText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling, SupplementPoint } from './parts.ts';

/** What must be mended before the PDRC checks again. */
export const ApplicationReturnedAtFormalityCheck = defineEvent({
  service: 'intake',
  type: 'ApplicationReturnedAtFormalityCheck',
  version: 1,
  article: 'interpretation of Art. 15',
  title: { zh: '形式审查退回补正', en: 'Returned at the formality check' },
  reach: 'journal',
  data: Type.Object({
    version: Type.Integer({ minimum: 1 }),
    points: Type.Array(SupplementPoint, { minItems: 1 }),
    dueAt: Type.Union([InstantText, Type.Null()]),
  }),
  fields: {
    version: afterFiling,
    points: afterFiling,
    dueAt: afterFiling,
  },
});
export type ApplicationReturnedAtFormalityCheck = EventOf<typeof ApplicationReturnedAtFormalityCheck>;
