import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** The member takes part and declares to know of no conflict. */
export const InvitationAccepted = defineEvent({
  service: 'evaluation',
  type: 'InvitationAccepted',
  version: 1,
  article: 'platform',
  title: { zh: '接受评审邀请', en: 'Invitation accepted' },
  reach: 'journal',
  data: Type.Object({
    expertId: Id,
    noConflictDeclared: Type.Literal(true),
  }),
  fields: {
    expertId: withinThePdrc,
    noConflictDeclared: withinThePdrc,
  },
});
export type InvitationAccepted = EventOf<typeof InvitationAccepted>;
