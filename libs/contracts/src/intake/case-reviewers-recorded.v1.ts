import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf, journal } from '../define-event.ts';

/** Who may read the case for its review: all of them, as long as it is under review. */
export const CaseReviewersRecorded = defineEvent({
  service: 'intake',
  type: 'CaseReviewersRecorded',
  version: 1,
  article: 'platform',
  title: { zh: '登记阅卷专家', en: 'Reviewers of the case recorded' },
  reach: 'journal',
  data: Type.Object({
    reviewId: Id,
    reviewers: Type.Array(Id),
  }),
  fields: {
    reviewId: journal('pdrc'),
    reviewers: journal('pdrc'),
  },
});
export type CaseReviewersRecorded = EventOf<typeof CaseReviewersRecorded>;
