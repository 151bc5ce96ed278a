import { Type } from 'typebox';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting, Member } from './parts.ts';

/** A member and its contribution; listing it again replaces both and voids its confirmation. */
export const MemberListed = defineEvent({
  service: 'intake',
  type: 'MemberListed',
  version: 1,
  article: 'Art. 7',
  title: { zh: '列入组建单位', en: 'Consortium member listed' },
  reach: 'journal',
  data: Type.Object({
    member: Member,
  }),
  fields: {
    member: drafting,
  },
});
export type MemberListed = EventOf<typeof MemberListed>;
