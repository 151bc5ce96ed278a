import { Type } from 'typebox';
import { Code, Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { MeritEntry, withinThePdrc } from './parts.ts';

/** Cases ranked against each other (择优); a later ranking of the round replaces this one. */
export const MeritRoundRanked = defineEvent({
  service: 'evaluation',
  type: 'MeritRoundRanked',
  version: 1,
  article: 'Art. 15',
  title: { zh: '择优排序', en: 'Merit round ranked' },
  reach: 'journal',
  data: Type.Object({
    roundId: Id,
    kind: Code,
    edition: Type.Integer({ minimum: 1 }),
    entries: Type.Array(MeritEntry),
    reasons: ShortText,
  }),
  fields: {
    roundId: withinThePdrc,
    kind: withinThePdrc,
    edition: withinThePdrc,
    entries: withinThePdrc,
    reasons: withinThePdrc,
  },
});
export type MeritRoundRanked = EventOf<typeof MeritRoundRanked>;
