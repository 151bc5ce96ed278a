import { Type } from 'typebox';
import { Hash, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling } from './parts.ts';

/** A case holds a center name until it ends; `key` is SHA-256 of its NFKC form, case and spaces aside. */
export const NameReserved = defineEvent({
  service: 'intake',
  type: 'NameReserved',
  version: 1,
  article: 'Art. 23',
  title: { zh: '名称预留', en: 'Center name reserved' },
  reach: 'journal',
  data: Type.Object({
    caseId: Id,
    name: NameText,
    key: Hash,
  }),
  fields: {
    caseId: afterFiling,
    name: afterFiling,
    key: afterFiling,
  },
});
export type NameReserved = EventOf<typeof NameReserved>;
