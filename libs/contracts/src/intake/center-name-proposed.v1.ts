import { Type } from 'typebox';
import { NameText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting } from './parts.ts';

/** The Chinese and English name the lead unit proposes. */
export const CenterNameProposed = defineEvent({
  service: 'intake',
  type: 'CenterNameProposed',
  version: 1,
  article: 'Art. 23',
  title: { zh: '拟定中心名称', en: 'Center name proposed' },
  reach: 'journal',
  data: Type.Object({
    zh: NameText,
    en: NameText,
  }),
  fields: {
    zh: drafting,
    en: drafting,
  },
});
export type CenterNameProposed = EventOf<typeof CenterNameProposed>;
