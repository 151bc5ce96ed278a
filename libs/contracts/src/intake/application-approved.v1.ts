import { Type } from 'typebox';
import { AreaCode, Code, Hash, Id, InstantText, NameText } from '../common.ts';
import { defineEvent, type EventOf, open } from '../define-event.ts';
import { CenterEntity, Milestone, SourceTotal, shared } from './parts.ts';

/** The PDRC approved the formation plan with this hash: the baseline of the construction (Art. 16). */
export const ApplicationApproved = defineEvent({
  service: 'intake',
  type: 'ApplicationApproved',
  version: 1,
  article: 'Art. 15',
  title: { zh: '批复组建方案', en: 'Formation approved' },
  reach: 'public',
  data: Type.Object({
    caseId: Id,
    decisionId: Id,
    version: Type.Integer({ minimum: 1 }),
    baselineHash: Hash,
    leadUnit: Id,
    competentUnit: Id,
    province: AreaCode,
    members: Type.Array(Id),
    field: Code,
    proposedName: NameText,
    englishName: NameText,
    entity: CenterEntity,
    constructionMonths: Type.Integer({ minimum: 1, maximum: 120 }),
    milestones: Type.Array(Milestone),
    investment: Type.Array(SourceTotal),
    directorCandidate: Type.Union([Id, Type.Null()]),
    policyId: Id,
    policyHash: Hash,
    /** Where the center is to be registered. */
    area: Type.Optional(AreaCode),
    /** When the approved application was filed with the PDRC. Recorded since 0.2.0, like the next one. */
    filedAt: Type.Optional(InstantText),
    /** When it was accepted for review. */
    acceptedAt: Type.Optional(InstantText),
  }),
  fields: {
    caseId: open,
    decisionId: open,
    version: shared,
    baselineHash: shared,
    leadUnit: open,
    competentUnit: open,
    province: open,
    members: shared,
    field: open,
    proposedName: open,
    englishName: open,
    entity: shared,
    constructionMonths: open,
    milestones: shared,
    investment: shared,
    directorCandidate: shared,
    policyId: open,
    policyHash: open,
    area: open,
    filedAt: open,
    acceptedAt: open,
  },
});
export type ApplicationApproved = EventOf<typeof ApplicationApproved>;
