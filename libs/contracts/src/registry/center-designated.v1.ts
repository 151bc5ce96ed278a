import { Type } from 'typebox';
import { AreaCode, Code, DateText, Hash, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf, integration, open } from '../define-event.ts';
import { DesignatedEntity } from './parts.ts';

const officials = integration('lead-unit', 'competent-unit', 'pdrc');

/** 正式核定: the center exists from `effectiveDate` on. */
export const CenterDesignated = defineEvent({
  service: 'registry',
  type: 'CenterDesignated',
  version: 1,
  article: 'Art. 17',
  title: { zh: '正式核定', en: 'Center designated' },
  reach: 'public',
  data: Type.Object({
    caseId: Id,
    nameZh: NameText,
    nameEn: NameText,
    leadUnit: Id,
    competentUnit: Id,
    province: AreaCode,
    area: AreaCode,
    field: Code,
    entity: DesignatedEntity,
    /** Subject id of the director (Art. 18); the name is with the service that keeps the person. */
    director: Id,
    effectiveDate: DateText,
    decisionId: Id,
    policyId: Id,
    policyHash: Hash,
  }),
  fields: {
    caseId: open,
    nameZh: open,
    nameEn: open,
    leadUnit: open,
    competentUnit: open,
    province: open,
    area: open,
    field: open,
    entity: open,
    director: officials,
    effectiveDate: open,
    decisionId: open,
    policyId: open,
    policyHash: open,
  },
});
export type CenterDesignated = EventOf<typeof CenterDesignated>;
