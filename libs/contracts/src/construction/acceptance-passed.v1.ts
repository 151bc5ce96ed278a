import { Type } from 'typebox';
import { AreaCode, Code, DateText, Hash, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf, open } from '../define-event.ts';
import { onTheCase, RegisteredEntity } from './parts.ts';

/** The center may be designated: everything the register needs of the case. */
export const AcceptancePassed = defineEvent({
  service: 'construction',
  type: 'AcceptancePassed',
  version: 1,
  article: 'Art. 17',
  title: { zh: '验收合格', en: 'Acceptance passed' },
  reach: 'public',
  data: Type.Object({
    caseId: Id,
    round: Type.Integer({ minimum: 1 }),
    decisionId: Id,
    proposedName: NameText,
    englishName: NameText,
    leadUnit: Id,
    competentUnit: Id,
    province: AreaCode,
    area: AreaCode,
    field: Code,
    entity: RegisteredEntity,
    /** Subject id of the director. */
    director: Id,
    effectiveDate: DateText,
    policyId: Id,
    policyHash: Hash,
  }),
  fields: {
    caseId: open,
    round: onTheCase,
    decisionId: open,
    proposedName: open,
    englishName: open,
    leadUnit: open,
    competentUnit: open,
    province: open,
    area: open,
    field: open,
    entity: onTheCase,
    director: onTheCase,
    effectiveDate: open,
    policyId: open,
    policyHash: open,
  },
});
export type AcceptancePassed = EventOf<typeof AcceptancePassed>;
