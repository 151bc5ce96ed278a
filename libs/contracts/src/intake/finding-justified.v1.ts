import { Type } from 'typebox';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting, Justification } from './parts.ts';

/** Why the lead unit asks to go on despite a finding; a second text for a finding replaces the first. */
export const FindingJustified = defineEvent({
  service: 'intake',
  type: 'FindingJustified',
  version: 1,
  article: 'platform',
  title: { zh: '说明理由', en: 'Finding justified' },
  reach: 'journal',
  data: Type.Object({
    justification: Justification,
  }),
  fields: {
    justification: drafting,
  },
});
export type FindingJustified = EventOf<typeof FindingJustified>;
