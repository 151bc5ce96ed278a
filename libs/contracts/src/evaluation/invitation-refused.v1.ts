import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { Code, withinThePdrc } from './parts.ts';

/** A remark of the expert is in the encrypted part. */
export const InvitationRefused = defineEvent({
  service: 'evaluation',
  type: 'InvitationRefused',
  version: 1,
  article: 'platform',
  title: { zh: '谢绝评审邀请', en: 'Invitation refused' },
  reach: 'journal',
  data: Type.Object({
    expertId: Id,
    /** `unavailable`, `not-my-field`, … */
    reason: Code,
  }),
  fields: {
    expertId: withinThePdrc,
    reason: withinThePdrc,
  },
});
export type InvitationRefused = EventOf<typeof InvitationRefused>;
