import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** The approval that the project rests on has no effect: nothing more is done until it has, if ever. */
export const ProjectHalted = defineEvent({
  service: 'construction',
  type: 'ProjectHalted',
  version: 1,
  article: 'platform',
  title: { zh: '组建工作停止', en: 'Project halted' },
  reach: 'integration',
  data: Type.Object({
    decisionId: Id,
    /** True once the approval was annulled, which is for good; false while it is suspended. */
    annulled: Type.Boolean(),
  }),
  fields: { decisionId: onTheCase, annulled: onTheCase },
});
export type ProjectHalted = EventOf<typeof ProjectHalted>;
