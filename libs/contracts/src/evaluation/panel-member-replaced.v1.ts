import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheProcedure, PanelMember, withinThePdrc } from './parts.ts';

/** The next of the order took the seat and is invited herewith. */
export const PanelMemberReplaced = defineEvent({
  service: 'evaluation',
  type: 'PanelMemberReplaced',
  version: 1,
  article: 'platform',
  title: { zh: '递补评审组成员', en: 'Panel member replaced' },
  reach: 'journal',
  data: Type.Object({
    outgoing: Id,
    incoming: PanelMember,
    /** Commitment of the incoming member. */
    drawn: Hash,
  }),
  fields: {
    outgoing: withinThePdrc,
    incoming: withinThePdrc,
    drawn: inTheProcedure,
  },
});
export type PanelMemberReplaced = EventOf<typeof PanelMemberReplaced>;
