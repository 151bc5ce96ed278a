import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { defineEvent, type EventOf, journal } from '../define-event.ts';
import { inTheJournal } from './parts.ts';

/** The panel's recommendation as evaluation reported it; the decision is another thing. */
export const AcceptanceReviewConcluded = defineEvent({
  service: 'construction',
  type: 'AcceptanceReviewConcluded',
  version: 1,
  article: 'Art. 17',
  title: { zh: '验收评审结束', en: 'Acceptance review concluded' },
  reach: 'journal',
  data: Type.Object({
    round: Type.Integer({ minimum: 1 }),
    reviewId: Id,
    recommendation: Type.String(),
    opinionHash: Hash,
  }),
  fields: {
    round: inTheJournal,
    reviewId: journal('pdrc'),
    recommendation: journal('pdrc'),
    opinionHash: journal('pdrc'),
  },
});
export type AcceptanceReviewConcluded = EventOf<typeof AcceptanceReviewConcluded>;
