import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting } from './parts.ts';

/** A member left the consortium. */
export const MemberRemoved = defineEvent({
  service: 'intake',
  type: 'MemberRemoved',
  version: 1,
  article: 'Art. 7',
  title: { zh: '移除组建单位', en: 'Consortium member removed' },
  reach: 'journal',
  data: Type.Object({
    organisation: Id,
  }),
  fields: {
    organisation: drafting,
  },
});
export type MemberRemoved = EventOf<typeof MemberRemoved>;
