import { Type } from 'typebox';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting, Milestone } from './parts.ts';

/** Length of the construction and its weighted milestones. */
export const ConstructionPlanned = defineEvent({
  service: 'intake',
  type: 'ConstructionPlanned',
  version: 1,
  article: 'Art. 16',
  title: { zh: '编制建设进度', en: 'Construction planned' },
  reach: 'journal',
  data: Type.Object({
    months: Type.Integer({ minimum: 1, maximum: 120 }),
    milestones: Type.Array(Milestone),
  }),
  fields: {
    months: drafting,
    milestones: drafting,
  },
});
export type ConstructionPlanned = EventOf<typeof ConstructionPlanned>;
