import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheProcedure } from './parts.ts';

/** One of the two seed holders bound itself to a seed before the pool is known. */
export const DrawSeedCommitted = defineEvent({
  service: 'evaluation',
  type: 'DrawSeedCommitted',
  version: 1,
  article: 'platform',
  title: { zh: '提交抽签种子承诺', en: 'Draw seed committed' },
  reach: 'journal',
  data: Type.Object({
    attempt: Type.Integer({ minimum: 1 }),
    /** Subject id of the person. */
    holder: Id,
    /** SHA-256 over review, attempt, holder and seed, as the draw algorithm states. */
    commitment: Hash,
  }),
  fields: {
    attempt: inTheProcedure,
    holder: inTheProcedure,
    commitment: inTheProcedure,
  },
});
export type DrawSeedCommitted = EventOf<typeof DrawSeedCommitted>;
