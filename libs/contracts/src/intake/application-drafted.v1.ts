import { Type } from 'typebox';
import { AreaCode, Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting, LeadUnit } from './parts.ts';

/** A lead unit opened a case under a competent unit and a version of the rules, which the case keeps. */
export const ApplicationDrafted = defineEvent({
  service: 'intake',
  type: 'ApplicationDrafted',
  version: 1,
  article: 'Art. 15',
  title: { zh: '起草组建方案', en: 'Application drafted' },
  reach: 'journal',
  data: Type.Object({
    caseId: Id,
    leadUnit: LeadUnit,
    competentUnit: Id,
    province: AreaCode,
    policyId: Id,
    policyHash: Hash,
    prefilledFrom: Type.Union([Id, Type.Null()]),
  }),
  fields: {
    caseId: drafting,
    leadUnit: drafting,
    competentUnit: drafting,
    province: drafting,
    policyId: drafting,
    policyHash: drafting,
    prefilledFrom: drafting,
  },
});
export type ApplicationDrafted = EventOf<typeof ApplicationDrafted>;
