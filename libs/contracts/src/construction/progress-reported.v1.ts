import { Type } from 'typebox';
import { defineEvent, type EventOf } from '../define-event.ts';
import { progressContent, progressContentFields, publicSpend } from './parts.ts';

export const ProgressReported = defineEvent({
  service: 'construction',
  type: 'ProgressReported',
  version: 1,
  article: 'platform',
  title: { zh: '报告组建进展', en: 'Progress of a period reported' },
  reach: 'public',
  data: Type.Object({ ...progressContent, ...publicSpend }),
  fields: progressContentFields,
});
export type ProgressReported = EventOf<typeof ProgressReported>;
