import { Type } from 'typebox';
import { ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheJournal, progressContent, progressContentFields, publicSpend } from './parts.ts';

/** Replaces the whole report of a period. */
export const ProgressCorrected = defineEvent({
  service: 'construction',
  type: 'ProgressCorrected',
  version: 1,
  article: 'platform',
  title: { zh: '更正组建进展', en: 'Progress of a period corrected' },
  reach: 'public',
  data: Type.Object({ ...progressContent, ...publicSpend, reason: ShortText }),
  fields: { ...progressContentFields, reason: inTheJournal },
});
export type ProgressCorrected = EventOf<typeof ProgressCorrected>;
