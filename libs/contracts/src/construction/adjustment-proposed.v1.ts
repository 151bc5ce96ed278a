import { Type } from 'typebox';
import { Hash, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { AdjustmentChanges, inTheJournal, onTheCase, ProjectFinding } from './parts.ts';

export const AdjustmentProposed = defineEvent({
  service: 'construction',
  type: 'AdjustmentProposed',
  version: 1,
  article: 'Art. 16',
  title: { zh: '提出组建计划调整', en: 'Adjustment of the plan proposed' },
  reach: 'integration',
  data: Type.Object({
    /** Adjustments of a project are numbered from 1. */
    number: Type.Integer({ minimum: 1 }),
    changes: AdjustmentChanges,
    /** Hash of number, changes and reason; the decision pins it. */
    contentHash: Hash,
    reason: ShortText,
    findings: Type.Array(ProjectFinding),
  }),
  fields: {
    number: onTheCase,
    changes: inTheJournal,
    contentHash: onTheCase,
    reason: inTheJournal,
    findings: inTheJournal,
  },
});
export type AdjustmentProposed = EventOf<typeof AdjustmentProposed>;
