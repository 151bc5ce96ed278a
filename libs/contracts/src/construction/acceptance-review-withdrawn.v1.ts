import { Type } from 'typebox';
import { Code, Id, InstantText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheJournal, onTheCase } from './parts.ts';

/** The acceptance review ended without a conclusion; acceptance has to be requested again. */
export const AcceptanceReviewWithdrawn = defineEvent({
  service: 'construction',
  type: 'AcceptanceReviewWithdrawn',
  version: 1,
  article: 'platform',
  title: { zh: '验收评审终止', en: 'Acceptance review withdrawn' },
  reach: 'integration',
  data: Type.Object({
    round: Type.Integer({ minimum: 1 }),
    reviewId: Id,
    /** `applicant` or `pdrc`. */
    basis: Code,
    /** End of the period that goes on: of rectification where one was ordered, otherwise of construction. */
    dueAt: InstantText,
  }),
  fields: { round: onTheCase, reviewId: inTheJournal, basis: onTheCase, dueAt: onTheCase },
});
export type AcceptanceReviewWithdrawn = EventOf<typeof AcceptanceReviewWithdrawn>;
