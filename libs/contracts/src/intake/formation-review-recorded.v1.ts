import { Type } from 'typebox';
import { Code, Hash, Id } from '../common.ts';
import { defineEvent, type EventOf, journal } from '../define-event.ts';
import { afterFiling } from './parts.ts';

/** What the panel recommends for the version with this manifest hash. */
export const FormationReviewRecorded = defineEvent({
  service: 'intake',
  type: 'FormationReviewRecorded',
  version: 1,
  article: 'Art. 15',
  title: { zh: '评审结论', en: 'Formation review conclusion recorded' },
  reach: 'journal',
  data: Type.Object({
    reviewId: Id,
    recommendation: Code,
    opinionHash: Hash,
    manifestHash: Hash,
  }),
  fields: {
    reviewId: journal('pdrc'),
    recommendation: journal('pdrc'),
    opinionHash: journal('pdrc'),
    manifestHash: afterFiling,
  },
});
export type FormationReviewRecorded = EventOf<typeof FormationReviewRecorded>;
