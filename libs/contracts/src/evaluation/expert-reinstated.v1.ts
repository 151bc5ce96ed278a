import { Type } from 'typebox';
import { ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** The expert may be put into pools again. */
export const ExpertReinstated = defineEvent({
  service: 'evaluation',
  type: 'ExpertReinstated',
  version: 1,
  article: 'platform',
  title: { zh: '专家恢复抽取', en: 'Expert reinstated' },
  reach: 'journal',
  data: Type.Object({
    reason: ShortText,
  }),
  fields: {
    reason: withinThePdrc,
  },
});
export type ExpertReinstated = EventOf<typeof ExpertReinstated>;
