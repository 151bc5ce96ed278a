import { Type } from 'typebox';
import { Code, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting } from './parts.ts';

/** Who is handler, head or director candidate; name and telephone are in the personal part. */
export const ContactNamed = defineEvent({
  service: 'intake',
  type: 'ContactNamed',
  version: 1,
  article: 'platform',
  title: { zh: '指定联系人', en: 'Contact person named' },
  reach: 'journal',
  data: Type.Object({
    role: Code,
    person: Id,
  }),
  fields: {
    role: drafting,
    person: drafting,
  },
});
export type ContactNamed = EventOf<typeof ContactNamed>;
