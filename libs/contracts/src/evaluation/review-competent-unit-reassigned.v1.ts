import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheProcedure } from './parts.ts';

/** Follows the PDRC's act that intake recorded for the case. */
export const ReviewCompetentUnitReassigned = defineEvent({
  service: 'evaluation',
  type: 'ReviewCompetentUnitReassigned',
  version: 1,
  article: 'Art. 5',
  title: { zh: '评审主管单位调整', en: 'Competent unit of a review reassigned' },
  reach: 'journal',
  data: Type.Object({
    competentUnit: Id,
    previous: Id,
  }),
  fields: {
    competentUnit: inTheProcedure,
    previous: inTheProcedure,
  },
});
export type ReviewCompetentUnitReassigned = EventOf<typeof ReviewCompetentUnitReassigned>;
