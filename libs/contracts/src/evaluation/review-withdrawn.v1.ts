import { Type } from 'typebox';
import { Code, Hash, Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** The review ended without a conclusion. Excludes `ReviewConcluded`. */
export const ReviewWithdrawn = defineEvent({
  service: 'evaluation',
  type: 'ReviewWithdrawn',
  version: 1,
  article: 'platform',
  title: { zh: '评审终止', en: 'Review withdrawn' },
  reach: 'integration',
  data: Type.Object({
    reviewId: Id,
    kind: Code,
    caseId: Id,
    sequence: Type.Integer({ minimum: 1 }),
    subjectHash: Hash,
    /** `applicant` or `pdrc`. */
    basis: Code,
    reason: ShortText,
  }),
  fields: {
    reviewId: onTheCase,
    kind: onTheCase,
    caseId: onTheCase,
    sequence: onTheCase,
    subjectHash: onTheCase,
    basis: onTheCase,
    reason: onTheCase,
  },
});
export type ReviewWithdrawn = EventOf<typeof ReviewWithdrawn>;
