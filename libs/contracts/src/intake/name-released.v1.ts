import { Type } from 'typebox';
import { Code, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling } from './parts.ts';

/** The case that held a center name ended without a designation, or took another name. */
export const NameReleased = defineEvent({
  service: 'intake',
  type: 'NameReleased',
  version: 1,
  article: 'Art. 23',
  title: { zh: '名称释放', en: 'Center name released' },
  reach: 'journal',
  data: Type.Object({
    caseId: Id,
    name: NameText,
    reason: Code,
  }),
  fields: {
    caseId: afterFiling,
    name: afterFiling,
    reason: afterFiling,
  },
});
export type NameReleased = EventOf<typeof NameReleased>;
