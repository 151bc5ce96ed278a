import { Type } from 'typebox';
import { Hash, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheJournal, onTheCase } from './parts.ts';

/** The competent unit's opinion on an adjustment: our addition to Art. 16, never a veto. */
export const AdjustmentOpinionGiven = defineEvent({
  service: 'construction',
  type: 'AdjustmentOpinionGiven',
  version: 1,
  article: 'platform',
  title: { zh: '主管单位对调整的意见', en: 'Opinion of the competent unit on an adjustment' },
  reach: 'integration',
  data: Type.Object({
    number: Type.Integer({ minimum: 1 }),
    opinion: Type.Union([Type.Literal('supports'), Type.Literal('objects')]),
    text: ShortText,
    documentHash: Type.Union([Hash, Type.Null()]),
  }),
  fields: { number: onTheCase, opinion: onTheCase, text: inTheJournal, documentHash: inTheJournal },
});
export type AdjustmentOpinionGiven = EventOf<typeof AdjustmentOpinionGiven>;
