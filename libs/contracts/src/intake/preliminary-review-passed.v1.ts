import { Type } from 'typebox';
import { ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling } from './parts.ts';

/** The competent unit found the version fit to be filed. */
export const PreliminaryReviewPassed = defineEvent({
  service: 'intake',
  type: 'PreliminaryReviewPassed',
  version: 1,
  article: 'Art. 15',
  title: { zh: '主管单位初审通过', en: 'Preliminary review passed' },
  reach: 'journal',
  data: Type.Object({
    version: Type.Integer({ minimum: 1 }),
    opinion: ShortText,
  }),
  fields: {
    version: afterFiling,
    opinion: afterFiling,
  },
});
export type PreliminaryReviewPassed = EventOf<typeof PreliminaryReviewPassed>;
