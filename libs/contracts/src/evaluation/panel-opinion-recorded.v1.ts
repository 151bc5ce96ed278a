import { Type } from 'typebox';
import { Code, Hash, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { RecordedFinding, Score, withinThePdrc } from './parts.ts';

/** What the panel recommends; every member signs exactly this document. */
export const PanelOpinionRecorded = defineEvent({
  service: 'evaluation',
  type: 'PanelOpinionRecorded',
  version: 1,
  article: 'Art. 15, 17',
  title: { zh: '形成专家组意见', en: 'Panel opinion recorded' },
  reach: 'journal',
  data: Type.Object({
    opinionHash: Hash,
    recommendation: Code,
    /** Mean of the totals that count; null where the kind has no scoresheet. */
    averageScore: Type.Union([Score, Type.Null()]),
    sheets: Type.Integer({ minimum: 0 }),
    findings: Type.Array(RecordedFinding),
    /** Why the panel recommends this despite findings that need a justification. */
    justification: Type.Union([ShortText, Type.Null()]),
  }),
  fields: {
    opinionHash: withinThePdrc,
    recommendation: withinThePdrc,
    averageScore: withinThePdrc,
    sheets: withinThePdrc,
    findings: withinThePdrc,
    justification: withinThePdrc,
  },
});
export type PanelOpinionRecorded = EventOf<typeof PanelOpinionRecorded>;
