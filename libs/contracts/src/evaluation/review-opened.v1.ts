import { Type } from 'typebox';
import { AreaCode, Code, Hash, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** A review of one version of a subject began; `kind` names its rules in the policy pack. */
export const ReviewOpened = defineEvent({
  service: 'evaluation',
  type: 'ReviewOpened',
  version: 1,
  article: 'Art. 15, 17',
  title: { zh: '启动评审', en: 'Review opened' },
  reach: 'integration',
  data: Type.Object({
    reviewId: Id,
    /** `formation`, `acceptance`, …: a key of the policy pack. */
    kind: Code,
    caseId: Id,
    /** Version of the application, or round of the acceptance. */
    sequence: Type.Integer({ minimum: 1 }),
    /** Stream of the subject. */
    subject: Id,
    subjectHash: Hash,
    leadUnit: Id,
    competentUnit: Id,
    province: AreaCode,
    members: Type.Array(Id),
    field: Code,
    proposedName: NameText,
    policyId: Id,
    policyHash: Hash,
  }),
  fields: {
    reviewId: onTheCase,
    kind: onTheCase,
    caseId: onTheCase,
    sequence: onTheCase,
    subject: onTheCase,
    subjectHash: onTheCase,
    leadUnit: onTheCase,
    competentUnit: onTheCase,
    province: onTheCase,
    members: onTheCase,
    field: onTheCase,
    proposedName: onTheCase,
    policyId: onTheCase,
    policyHash: onTheCase,
  },
});
export type ReviewOpened = EventOf<typeof ReviewOpened>;
