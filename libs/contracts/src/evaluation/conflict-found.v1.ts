import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { Conflict, inTheProcedure, withinThePdrc } from './parts.ts';

/** Somebody else found a conflict of a panel member. */
export const ConflictFound = defineEvent({
  service: 'evaluation',
  type: 'ConflictFound',
  version: 1,
  article: 'platform',
  title: { zh: '发现利益冲突', en: 'Conflict found' },
  reach: 'journal',
  data: Type.Object({
    expertId: Id,
    /** Of the person, as the pool shows it: lets anyone follow the draw. */
    commitment: Hash,
    conflict: Conflict,
    /** True when the review had been concluded: the conclusion stands on record, the PDRC must weigh it. */
    afterConclusion: Type.Boolean(),
  }),
  fields: {
    expertId: withinThePdrc,
    commitment: inTheProcedure,
    conflict: withinThePdrc,
    afterConclusion: withinThePdrc,
  },
});
export type ConflictFound = EventOf<typeof ConflictFound>;
