import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { Conflict, withinThePdrc } from './parts.ts';

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
    conflict: Conflict,
  }),
  fields: {
    expertId: withinThePdrc,
    conflict: withinThePdrc,
  },
});
export type ConflictDeclared = EventOf<typeof ConflictDeclared>;
