import { Type } from 'typebox';
import { Hash } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheProcedure } from './parts.ts';

/** Both seeds are open: the order of the pool, which anyone can recompute. */
export const DrawOrdered = defineEvent({
  service: 'evaluation',
  type: 'DrawOrdered',
  version: 1,
  article: 'platform',
  title: { zh: '产生抽签顺序', en: 'Draw ordered' },
  reach: 'journal',
  data: Type.Object({
    attempt: Type.Integer({ minimum: 1 }),
    /** Commitments of the whole pool. */
    order: Type.Array(Hash),
  }),
  fields: {
    attempt: inTheProcedure,
    order: inTheProcedure,
  },
});
export type DrawOrdered = EventOf<typeof DrawOrdered>;
