import { Type } from 'typebox';
import { DateText, Id } from '../common.ts';
import { defineEvent, type EventOf, open } from '../define-event.ts';

/** Follows the PDRC's act that intake recorded for the case. */
export const CenterCompetentUnitReassigned = defineEvent({
  service: 'registry',
  type: 'CenterCompetentUnitReassigned',
  version: 1,
  article: 'Art. 5',
  title: { zh: '中心主管单位调整', en: 'Competent unit of a center reassigned' },
  reach: 'public',
  data: Type.Object({ competentUnit: Id, previous: Id, effectiveDate: DateText }),
  fields: { competentUnit: open, previous: open, effectiveDate: open },
});
export type CenterCompetentUnitReassigned = EventOf<typeof CenterCompetentUnitReassigned>;
