import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { ChangeBasis, onTheCase, withinThePdrc } from './parts.ts';

/** A suspended decision has effect again. */
export const DecisionResumed = defineEvent({
  service: 'evaluation',
  type: 'DecisionResumed',
  version: 1,
  article: 'platform',
  title: { zh: '恢复决定', en: 'Decision resumed' },
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
export type DecisionResumed = EventOf<typeof DecisionResumed>;
