import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { ShortText, withinThePdrc } from './parts.ts';

/** The member did not answer or cannot take part any longer. */
export const PanelMemberExcused = defineEvent({
  service: 'evaluation',
  type: 'PanelMemberExcused',
  version: 1,
  article: 'platform',
  title: { zh: '评审组成员退出', en: 'Panel member excused' },
  reach: 'journal',
  data: Type.Object({
    expertId: Id,
    reason: ShortText,
  }),
  fields: {
    expertId: withinThePdrc,
    reason: withinThePdrc,
  },
});
export type PanelMemberExcused = EventOf<typeof PanelMemberExcused>;
