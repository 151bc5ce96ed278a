import { Type } from 'typebox';
import { Hash, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** The opinion rests on scoresheets or members that no longer count, or is to be worded anew. */
export const PanelOpinionVoided = defineEvent({
  service: 'evaluation',
  type: 'PanelOpinionVoided',
  version: 1,
  article: 'platform',
  title: { zh: '专家组意见作废', en: 'Panel opinion voided' },
  reach: 'journal',
  data: Type.Object({
    opinionHash: Hash,
    reason: ShortText,
  }),
  fields: {
    opinionHash: withinThePdrc,
    reason: withinThePdrc,
  },
});
export type PanelOpinionVoided = EventOf<typeof PanelOpinionVoided>;
