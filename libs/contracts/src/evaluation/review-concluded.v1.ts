import { Type } from 'typebox';
import { Code, Hash, Id } from '../common.ts';
import { defineEvent, type EventOf, integration } from '../define-event.ts';
import { onTheCase, Score, withinThePdrc } from './parts.ts';

/** The review is over; deciding is another matter. Excludes `ReviewWithdrawn`. */
export const ReviewConcluded = defineEvent({
  service: 'evaluation',
  type: 'ReviewConcluded',
  version: 1,
  article: 'Art. 15, 17',
  title: { zh: '评审结束', en: 'Review concluded' },
  reach: 'integration',
  data: Type.Object({
    reviewId: Id,
    kind: Code,
    caseId: Id,
    sequence: Type.Integer({ minimum: 1 }),
    subject: Id,
    subjectHash: Hash,
    recommendation: Code,
    opinionHash: Hash,
    averageScore: Type.Union([Score, Type.Null()]),
    panelSize: Type.Integer({ minimum: 1 }),
  }),
  fields: {
    reviewId: onTheCase,
    kind: onTheCase,
    caseId: onTheCase,
    sequence: onTheCase,
    subject: onTheCase,
    subjectHash: onTheCase,
    recommendation: integration('pdrc'),
    opinionHash: integration('pdrc'),
    averageScore: withinThePdrc,
    panelSize: withinThePdrc,
  },
});
export type ReviewConcluded = EventOf<typeof ReviewConcluded>;
