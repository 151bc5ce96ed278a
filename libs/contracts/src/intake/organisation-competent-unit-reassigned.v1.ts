import { Type } from 'typebox';
import { DateText, Id, NameText, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling, shared } from './parts.ts';

/** A recorded act of the PDRC put an organisation under a competent unit. */
export const OrganisationCompetentUnitReassigned = defineEvent({
  service: 'intake',
  type: 'OrganisationCompetentUnitReassigned',
  version: 1,
  article: 'Art. 5',
  title: { zh: '单位主管单位调整', en: 'Competent unit of an organisation reassigned' },
  reach: 'integration',
  data: Type.Object({
    organisation: Id,
    competentUnit: Id,
    reason: ShortText,
    documentNumber: Type.Union([NameText, Type.Null()]),
    effectiveFrom: DateText,
  }),
  fields: {
    organisation: shared,
    competentUnit: shared,
    reason: afterFiling,
    documentNumber: afterFiling,
    effectiveFrom: shared,
  },
});
export type OrganisationCompetentUnitReassigned = EventOf<typeof OrganisationCompetentUnitReassigned>;
