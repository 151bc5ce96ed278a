import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling } from './parts.ts';

/** The review of the accepted version was opened. */
export const FormationReviewStarted = defineEvent({
  service: 'intake',
  type: 'FormationReviewStarted',
  version: 1,
  article: 'Art. 15',
  title: { zh: '进入评审', en: 'Formation review started' },
  reach: 'journal',
  data: Type.Object({
    reviewId: Id,
  }),
  fields: {
    reviewId: afterFiling,
  },
});
export type FormationReviewStarted = EventOf<typeof FormationReviewStarted>;
