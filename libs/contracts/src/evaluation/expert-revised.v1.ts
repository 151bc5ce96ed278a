import { Type } from 'typebox';
import { ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { expertParticulars, expertParticularsFields, withinThePdrc } from './parts.ts';

/** Replaces all particulars of an expert; `effectiveAt` says since when they hold. */
export const ExpertRevised = defineEvent({
  service: 'evaluation',
  type: 'ExpertRevised',
  version: 1,
  article: 'Art. 15',
  title: { zh: '专家信息更新', en: 'Expert particulars revised' },
  reach: 'journal',
  data: Type.Object({
    ...expertParticulars,
    reason: ShortText,
  }),
  fields: {
    ...expertParticularsFields,
    reason: withinThePdrc,
  },
});
export type ExpertRevised = EventOf<typeof ExpertRevised>;
