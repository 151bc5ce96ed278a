import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** One decider approved exactly this change. */
export const DecisionChangeApproved = defineEvent({
  service: 'evaluation',
  type: 'DecisionChangeApproved',
  version: 1,
  article: 'platform',
  title: { zh: '同意变更决定', en: 'Change of a decision approved' },
  reach: 'journal',
  data: Type.Object({
    change: Type.Integer({ minimum: 1 }),
    approver: Id,
  }),
  fields: {
    change: withinThePdrc,
    approver: withinThePdrc,
  },
});
export type DecisionChangeApproved = EventOf<typeof DecisionChangeApproved>;
