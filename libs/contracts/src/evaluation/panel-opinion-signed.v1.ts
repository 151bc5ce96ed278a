import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** A remark of a dissenting member is in the encrypted part. */
export const PanelOpinionSigned = defineEvent({
  service: 'evaluation',
  type: 'PanelOpinionSigned',
  version: 1,
  article: 'Art. 15, 17',
  title: { zh: '签署专家组意见', en: 'Panel opinion signed' },
  reach: 'journal',
  data: Type.Object({
    expertId: Id,
    opinionHash: Hash,
    dissents: Type.Boolean(),
  }),
  fields: {
    expertId: withinThePdrc,
    opinionHash: withinThePdrc,
    dissents: withinThePdrc,
  },
});
export type PanelOpinionSigned = EventOf<typeof PanelOpinionSigned>;
