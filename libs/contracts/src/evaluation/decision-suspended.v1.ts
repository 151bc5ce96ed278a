import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { ChangeBasis, onTheCase, withinThePdrc } from './parts.ts';

/** The decision has no effect until it is resumed or annulled. */
export const DecisionSuspended = defineEvent({
  service: 'evaluation',
  type: 'DecisionSuspended',
  version: 1,
  article: 'platform',
  title: { zh: '中止决定', en: 'Decision suspended' },
  reach: 'integration',
  data: Type.Object({
    decisionId: Id,
    caseId: Id,
    change: Type.Integer({ minimum: 1 }),
    basis: ChangeBasis,
    reason: ShortText,
    approvers: Type.Array(Id),
  }),
  fields: {
    decisionId: onTheCase,
    caseId: onTheCase,
    change: onTheCase,
    basis: onTheCase,
    reason: onTheCase,
    approvers: withinThePdrc,
  },
});
export type DecisionSuspended = EventOf<typeof DecisionSuspended>;
