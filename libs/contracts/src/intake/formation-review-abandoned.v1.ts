import { Type } from 'typebox';
import { Id, InstantText, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling } from './parts.ts';

/** The PDRC broke the review off without a conclusion; the application goes back to its lead unit. */
export const FormationReviewAbandoned = defineEvent({
  service: 'intake',
  type: 'FormationReviewAbandoned',
  version: 1,
  article: 'interpretation of Art. 15',
  title: { zh: '终止评审并退回', en: 'Formation review abandoned' },
  reach: 'journal',
  data: Type.Object({
    reviewId: Id,
    reason: ShortText,
    dueAt: Type.Union([InstantText, Type.Null()]),
  }),
  fields: {
    reviewId: afterFiling,
    reason: afterFiling,
    dueAt: afterFiling,
  },
});
export type FormationReviewAbandoned = EventOf<typeof FormationReviewAbandoned>;
