import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { ChangeBasis, Conditions, onTheCase, withinThePdrc } from './parts.ts';

/** The conditions of the decision changed; its outcome stays. */
export const DecisionAmended = defineEvent({
  service: 'evaluation',
  type: 'DecisionAmended',
  version: 1,
  article: 'platform',
  title: { zh: '变更决定', en: 'Decision amended' },
  reach: 'integration',
  data: Type.Object({
    decisionId: Id,
    caseId: Id,
    change: Type.Integer({ minimum: 1 }),
    basis: ChangeBasis,
    reason: ShortText,
    approvers: Type.Array(Id),
    /** As they are now. */
    conditions: Conditions,
  }),
  fields: {
    decisionId: onTheCase,
    caseId: onTheCase,
    change: onTheCase,
    basis: onTheCase,
    reason: onTheCase,
    approvers: withinThePdrc,
    conditions: onTheCase,
  },
});
export type DecisionAmended = EventOf<typeof DecisionAmended>;
