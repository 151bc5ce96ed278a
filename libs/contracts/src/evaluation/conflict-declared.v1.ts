import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { Conflict, inTheProcedure, withinThePdrc } from './parts.ts';

/** The expert named a conflict of its own; details about persons are in the encrypted part. */
export const ConflictDeclared = defineEvent({
  service: 'evaluation',
  type: 'ConflictDeclared',
  version: 1,
  article: 'platform',
  title: { zh: '申报利益冲突', en: 'Conflict declared' },
  reach: 'journal',
  data: Type.Object({
    expertId: Id,
    /** Of the person, as the pool shows it: lets anyone follow the draw. */
    commitment: Hash,
    conflict: Conflict,
  }),
  fields: {
    expertId: withinThePdrc,
    commitment: inTheProcedure,
    conflict: withinThePdrc,
  },
});
export type ConflictDeclared = EventOf<typeof ConflictDeclared>;
