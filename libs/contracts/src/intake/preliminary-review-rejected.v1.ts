import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf, integration } from '../define-event.ts';
import { beforeFiling } from './parts.ts';

/** The competent unit will not let this case be filed; the case ends. */
export const PreliminaryReviewRejected = defineEvent({
  service: 'intake',
  type: 'PreliminaryReviewRejected',
  version: 1,
  article: 'interpretation of Art. 15',
  title: { zh: '主管单位初审不通过', en: 'Preliminary review rejected' },
  reach: 'integration',
  data: Type.Object({
    caseId: Id,
    version: Type.Integer({ minimum: 1 }),
    reasons: ShortText,
  }),
  fields: {
    caseId: integration('lead-unit', 'competent-unit'),
    version: beforeFiling,
    reasons: beforeFiling,
  },
});
export type PreliminaryReviewRejected = EventOf<typeof PreliminaryReviewRejected>;
