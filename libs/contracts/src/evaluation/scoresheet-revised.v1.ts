import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { CriterionScore, withinThePdrc } from './parts.ts';

/** A member replaced its scoresheet before the panel opinion was recorded. */
export const ScoresheetRevised = defineEvent({
  service: 'evaluation',
  type: 'ScoresheetRevised',
  version: 1,
  article: 'interpretation of Art. 15',
  title: { zh: '修改评分表', en: 'Scoresheet revised' },
  reach: 'journal',
  data: Type.Object({
    expertId: Id,
    scores: Type.Array(CriterionScore),
    total: Type.Integer({ minimum: 0 }),
    reason: ShortText,
  }),
  fields: {
    expertId: withinThePdrc,
    scores: withinThePdrc,
    total: withinThePdrc,
    reason: withinThePdrc,
  },
});
export type ScoresheetRevised = EventOf<typeof ScoresheetRevised>;
