import { Type } from 'typebox';
import { Hash } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { Chapter, drafting } from './parts.ts';

/** The text of a chapter, by hash; `source` is the imported document it came from. */
export const ChapterWritten = defineEvent({
  service: 'intake',
  type: 'ChapterWritten',
  version: 1,
  article: 'annex 2',
  title: { zh: '撰写方案章节', en: 'Plan chapter written' },
  reach: 'journal',
  data: Type.Object({
    chapter: Chapter,
    source: Type.Union([Hash, Type.Null()]),
  }),
  fields: {
    chapter: drafting,
    source: drafting,
  },
});
export type ChapterWritten = EventOf<typeof ChapterWritten>;
