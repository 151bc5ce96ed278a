import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { CriterionScore, withinThePdrc } from './parts.ts';

/** One member scored every criterion. */
export const ScoresheetSubmitted = defineEvent({
  service: 'evaluation',
  type: 'ScoresheetSubmitted',
  version: 1,
  article: 'interpretation of Art. 15',
  title: { zh: '提交评分表', en: 'Scoresheet submitted' },
  reach: 'journal',
  data: Type.Object({
    expertId: Id,
    scores: Type.Array(CriterionScore),
    total: Type.Integer({ minimum: 0 }),
  }),
  fields: {
    expertId: withinThePdrc,
    scores: withinThePdrc,
    total: withinThePdrc,
  },
});
export type ScoresheetSubmitted = EventOf<typeof ScoresheetSubmitted>;
