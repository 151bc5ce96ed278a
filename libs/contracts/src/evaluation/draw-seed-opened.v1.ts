import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheProcedure } from './parts.ts';

/** A seed holder opened its seed; it matches the commitment. */
export const DrawSeedOpened = defineEvent({
  service: 'evaluation',
  type: 'DrawSeedOpened',
  version: 1,
  article: 'platform',
  title: { zh: '公开抽签种子', en: 'Draw seed opened' },
  reach: 'journal',
  data: Type.Object({
    attempt: Type.Integer({ minimum: 1 }),
    holder: Id,
    /** 32 random bytes in hex. */
    seed: Hash,
  }),
  fields: {
    attempt: inTheProcedure,
    holder: inTheProcedure,
    seed: inTheProcedure,
  },
});
export type DrawSeedOpened = EventOf<typeof DrawSeedOpened>;
