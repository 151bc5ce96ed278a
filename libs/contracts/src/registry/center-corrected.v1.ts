import { Type } from 'typebox';
import { AreaCode, Code, DateText, Hash, Id, NameText, ShortText } from '../common.ts';
import { defineEvent, type EventOf, integration, journal, open } from '../define-event.ts';
import { DesignatedEntity } from './parts.ts';

const officials = integration('lead-unit', 'competent-unit', 'pdrc');

/**
 * A mistake in the register put right: from `effectiveDate` on the facts named here are what they should
 * have been. A real change (renaming, another lead unit) is not a correction. Absent means unchanged.
 */
export const CenterCorrected = defineEvent({
  service: 'registry',
  type: 'CenterCorrected',
  version: 1,
  article: 'platform',
  title: { zh: '更正登记', en: 'Register entry corrected' },
  reach: 'public',
  data: Type.Object({
    nameZh: Type.Optional(NameText),
    nameEn: Type.Optional(NameText),
    leadUnit: Type.Optional(Id),
    area: Type.Optional(AreaCode),
    field: Type.Optional(Code),
    entity: Type.Optional(DesignatedEntity),
    director: Type.Optional(Id),
    /** The name the center bears no longer and which is free again; only where the present name changes. */
    releasedName: Type.Optional(NameText),
    effectiveDate: DateText,
    reason: ShortText,
    /** Hash of the document that proves what is right. */
    evidenceHash: Hash,
  }),
  fields: {
    nameZh: open,
    nameEn: open,
    leadUnit: open,
    area: open,
    field: open,
    entity: open,
    director: officials,
    releasedName: officials,
    effectiveDate: open,
    reason: journal('lead-unit', 'competent-unit', 'pdrc'),
    evidenceHash: journal('lead-unit', 'competent-unit', 'pdrc'),
  },
});
export type CenterCorrected = EventOf<typeof CenterCorrected>;
