import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { ChangeBasis, onTheCase, withinThePdrc } from './parts.ts';

/** The decision has no effect any longer; it stays on record under its serial. */
export const DecisionAnnulled = defineEvent({
  service: 'evaluation',
  type: 'DecisionAnnulled',
  version: 1,
  article: 'platform',
  title: { zh: '撤销决定', en: 'Decision annulled' },
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
export type DecisionAnnulled = EventOf<typeof DecisionAnnulled>;
