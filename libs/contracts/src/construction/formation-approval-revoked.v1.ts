import { Type } from 'typebox';
import { AreaCode, DateText, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf, open } from '../define-event.ts';

/** 撤销组建批复: ends the case; the reserved name becomes free. */
export const FormationApprovalRevoked = defineEvent({
  service: 'construction',
  type: 'FormationApprovalRevoked',
  version: 1,
  article: 'Art. 17',
  title: { zh: '撤销组建批复', en: 'Formation approval revoked' },
  reach: 'public',
  data: Type.Object({
    caseId: Id,
    decisionId: Id,
    proposedName: NameText,
    leadUnit: Id,
    competentUnit: Id,
    province: AreaCode,
    effectiveDate: DateText,
  }),
  fields: {
    caseId: open,
    decisionId: open,
    proposedName: open,
    leadUnit: open,
    competentUnit: open,
    province: open,
    effectiveDate: open,
  },
});
export type FormationApprovalRevoked = EventOf<typeof FormationApprovalRevoked>;
