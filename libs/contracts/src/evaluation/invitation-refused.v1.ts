import { Type } from 'typebox';
import { Code, Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheProcedure, withinThePdrc } from './parts.ts';

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
    /** Of the person, as the pool shows it: lets anyone follow the draw. */
    commitment: Hash,
    /** `unavailable`, `not-my-field`, … */
    reason: Code,
  }),
  fields: {
    expertId: withinThePdrc,
    commitment: inTheProcedure,
    reason: withinThePdrc,
  },
});
export type InvitationRefused = EventOf<typeof InvitationRefused>;
