import { Type } from 'typebox';
import { Code, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** A scoresheet that counts no longer; it stays on record. */
export const ScoresheetVoided = defineEvent({
  service: 'evaluation',
  type: 'ScoresheetVoided',
  version: 1,
  article: 'platform',
  title: { zh: '评分表作废', en: 'Scoresheet voided' },
  reach: 'journal',
  data: Type.Object({
    expertId: Id,
    /** `conflict-declared`, `conflict-found` or `member-excused`. */
    reason: Code,
  }),
  fields: {
    expertId: withinThePdrc,
    reason: withinThePdrc,
  },
});
export type ScoresheetVoided = EventOf<typeof ScoresheetVoided>;
