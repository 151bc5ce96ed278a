import { Type } from 'typebox';
import { Id, NameText, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling, shared } from './parts.ts';

/** A recorded act of the PDRC put the case under another competent unit. */
export const CaseCompetentUnitReassigned = defineEvent({
  service: 'intake',
  type: 'CaseCompetentUnitReassigned',
  version: 1,
  article: 'Art. 5',
  title: { zh: '案件主管单位调整', en: 'Competent unit of a case reassigned' },
  reach: 'integration',
  data: Type.Object({
    caseId: Id,
    competentUnit: Id,
    previous: Id,
    reason: ShortText,
    documentNumber: Type.Union([NameText, Type.Null()]),
  }),
  fields: {
    caseId: shared,
    competentUnit: shared,
    previous: shared,
    reason: afterFiling,
    documentNumber: afterFiling,
  },
});
export type CaseCompetentUnitReassigned = EventOf<typeof CaseCompetentUnitReassigned>;
