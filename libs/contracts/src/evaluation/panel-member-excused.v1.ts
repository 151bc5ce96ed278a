import { Type } from 'typebox';
import { Hash, Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheProcedure, withinThePdrc } from './parts.ts';

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
    /** Of the person, as the pool shows it: lets anyone follow the draw. */
    commitment: Hash,
    reason: ShortText,
  }),
  fields: {
    expertId: withinThePdrc,
    commitment: inTheProcedure,
    reason: withinThePdrc,
  },
});
export type PanelMemberExcused = EventOf<typeof PanelMemberExcused>;
