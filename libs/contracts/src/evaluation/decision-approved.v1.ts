import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** One decider approved exactly this preparation. */
export const DecisionApproved = defineEvent({
  service: 'evaluation',
  type: 'DecisionApproved',
  version: 1,
  article: 'platform',
  title: { zh: '审批同意', en: 'Decision approved' },
  reach: 'journal',
  data: Type.Object({
    preparation: Type.Integer({ minimum: 1 }),
    approver: Id,
    subjectHash: Hash,
  }),
  fields: {
    preparation: withinThePdrc,
    approver: withinThePdrc,
    subjectHash: withinThePdrc,
  },
});
export type DecisionApproved = EventOf<typeof DecisionApproved>;
