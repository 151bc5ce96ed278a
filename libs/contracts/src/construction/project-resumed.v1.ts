import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** The approval that was suspended has effect again, and the project goes on where it was. */
export const ProjectResumed = defineEvent({
  service: 'construction',
  type: 'ProjectResumed',
  version: 1,
  article: 'platform',
  title: { zh: '恢复组建工作', en: 'Project resumed' },
  reach: 'integration',
  data: Type.Object({ decisionId: Id }),
  fields: { decisionId: onTheCase },
});
export type ProjectResumed = EventOf<typeof ProjectResumed>;
