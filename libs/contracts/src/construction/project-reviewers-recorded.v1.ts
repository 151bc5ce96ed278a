import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf, journal } from '../define-event.ts';

/** Who may read the project for its acceptance review: all of them, as long as acceptance is requested. */
export const ProjectReviewersRecorded = defineEvent({
  service: 'construction',
  type: 'ProjectReviewersRecorded',
  version: 1,
  article: 'platform',
  title: { zh: '登记验收阅卷专家', en: 'Reviewers of the project recorded' },
  reach: 'journal',
  data: Type.Object({
    round: Type.Integer({ minimum: 1 }),
    reviewId: Id,
    reviewers: Type.Array(Id),
  }),
  fields: {
    round: journal('pdrc'),
    reviewId: journal('pdrc'),
    reviewers: journal('pdrc'),
  },
});
export type ProjectReviewersRecorded = EventOf<typeof ProjectReviewersRecorded>;
