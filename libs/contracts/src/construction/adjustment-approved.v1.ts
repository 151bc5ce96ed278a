import { Type } from 'typebox';
import { Id, InstantText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { AdjustmentChanges, inTheJournal, onTheCase } from './parts.ts';

/** From here on the plan is the adjusted one. */
export const AdjustmentApproved = defineEvent({
  service: 'construction',
  type: 'AdjustmentApproved',
  version: 1,
  article: 'Art. 16',
  title: { zh: '同意组建计划调整', en: 'Adjustment approved' },
  reach: 'integration',
  data: Type.Object({
    number: Type.Integer({ minimum: 1 }),
    decisionId: Id,
    /** As proposed. */
    changes: AdjustmentChanges,
    /** End of the construction period after the adjustment. */
    dueAt: InstantText,
    /** When the approach of that end is to be recorded. */
    warnAt: InstantText,
  }),
  fields: {
    number: onTheCase,
    decisionId: onTheCase,
    changes: inTheJournal,
    dueAt: onTheCase,
    warnAt: onTheCase,
  },
});
export type AdjustmentApproved = EventOf<typeof AdjustmentApproved>;
