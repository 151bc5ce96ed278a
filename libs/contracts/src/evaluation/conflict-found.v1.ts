import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { Conflict, withinThePdrc } from './parts.ts';

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
    conflict: Conflict,
    /** True when the review had been concluded: the conclusion stands on record, the PDRC must weigh it. */
    afterConclusion: Type.Boolean(),
  }),
  fields: {
    expertId: withinThePdrc,
    conflict: withinThePdrc,
    afterConclusion: withinThePdrc,
  },
});
export type ConflictFound = EventOf<typeof ConflictFound>;
