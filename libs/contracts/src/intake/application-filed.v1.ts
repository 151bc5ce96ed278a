import { Type } from 'typebox';
import { Hash, InstantText, NameText, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling } from './parts.ts';

/** The lead unit filed the reviewed version with the PDRC; from here on the PDRC sees the case. */
export const ApplicationFiled = defineEvent({
  service: 'intake',
  type: 'ApplicationFiled',
  version: 1,
  article: 'Art. 15',
  title: { zh: '申报', en: 'Filed with the PDRC' },
  reach: 'journal',
  data: Type.Object({
    version: Type.Integer({ minimum: 1 }),
    manifestHash: Hash,
    opinion: ShortText,
    transmittalNumber: Type.Union([NameText, Type.Null()]),
    dueAt: Type.Union([InstantText, Type.Null()]),
  }),
  fields: {
    version: afterFiling,
    manifestHash: afterFiling,
    opinion: afterFiling,
    transmittalNumber: afterFiling,
    dueAt: afterFiling,
  },
});
export type ApplicationFiled = EventOf<typeof ApplicationFiled>;
