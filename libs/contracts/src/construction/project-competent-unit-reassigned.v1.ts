import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** Follows the PDRC's act that intake recorded for the case. */
export const ProjectCompetentUnitReassigned = defineEvent({
  service: 'construction',
  type: 'ProjectCompetentUnitReassigned',
  version: 1,
  article: 'Art. 5',
  title: { zh: '组建项目主管单位调整', en: 'Competent unit of a project reassigned' },
  reach: 'integration',
  data: Type.Object({ competentUnit: Id, previous: Id }),
  fields: { competentUnit: onTheCase, previous: onTheCase },
});
export type ProjectCompetentUnitReassigned = EventOf<typeof ProjectCompetentUnitReassigned>;
