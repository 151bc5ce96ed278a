import { Type } from 'typebox';
import { Fen, Id, InstantText } from '../common.ts';
import { defineEvent, type EventOf, open } from '../define-event.ts';
import { AdjustmentChanges, inTheJournal, onTheCase } from './parts.ts';

/** From here on the plan is the adjusted one. */
export const AdjustmentApproved = defineEvent({
  service: 'construction',
  type: 'AdjustmentApproved',
  version: 1,
  article: 'Art. 16',
  title: { zh: '同意组建计划调整', en: 'Adjustment approved' },
  reach: 'public',
  data: Type.Object({
    number: Type.Integer({ minimum: 1 }),
    decisionId: Id,
    /** As proposed. */
    changes: AdjustmentChanges,
    /** End of the construction period after the adjustment. */
    dueAt: InstantText,
    /** When the approach of that end is to be recorded. */
    warnAt: InstantText,
    /** Public money in the plan after the adjustment. Recorded since 0.2.0. */
    publicPlannedFen: Type.Optional(Fen),
  }),
  fields: {
    number: open,
    decisionId: open,
    changes: inTheJournal,
    dueAt: open,
    warnAt: onTheCase,
    publicPlannedFen: open,
  },
});
export type AdjustmentApproved = EventOf<typeof AdjustmentApproved>;
