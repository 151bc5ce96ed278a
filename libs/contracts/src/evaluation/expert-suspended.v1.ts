import { Type } from 'typebox';
import { ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** The expert is not put into any pool until reinstated. */
export const ExpertSuspended = defineEvent({
  service: 'evaluation',
  type: 'ExpertSuspended',
  version: 1,
  article: 'platform',
  title: { zh: '专家暂停抽取', en: 'Expert suspended' },
  reach: 'journal',
  data: Type.Object({
    reason: ShortText,
  }),
  fields: {
    reason: withinThePdrc,
  },
});
export type ExpertSuspended = EventOf<typeof ExpertSuspended>;
