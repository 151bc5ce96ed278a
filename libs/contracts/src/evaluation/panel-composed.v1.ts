import { Type } from 'typebox';
import { Hash } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheProcedure, PanelMember, withinThePdrc } from './parts.ts';

/** The first candidates of the order with whom the composition rules hold; they are invited herewith. */
export const PanelComposed = defineEvent({
  service: 'evaluation',
  type: 'PanelComposed',
  version: 1,
  article: 'interpretation of Art. 15, 17',
  title: { zh: '组成评审组', en: 'Panel composed' },
  reach: 'journal',
  data: Type.Object({
    attempt: Type.Integer({ minimum: 1 }),
    /** Commitments of the members, in order. */
    drawn: Type.Array(Hash),
    members: Type.Array(PanelMember),
  }),
  fields: {
    attempt: inTheProcedure,
    drawn: inTheProcedure,
    members: withinThePdrc,
  },
});
export type PanelComposed = EventOf<typeof PanelComposed>;
