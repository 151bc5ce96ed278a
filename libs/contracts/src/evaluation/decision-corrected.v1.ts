import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { ChangeBasis, onTheCase, withinThePdrc } from './parts.ts';

/** A clerical error was mended; the substance stays. */
export const DecisionCorrected = defineEvent({
  service: 'evaluation',
  type: 'DecisionCorrected',
  version: 1,
  article: 'platform',
  title: { zh: '更正决定', en: 'Decision corrected' },
  reach: 'integration',
  data: Type.Object({
    decisionId: Id,
    caseId: Id,
    change: Type.Integer({ minimum: 1 }),
    basis: ChangeBasis,
    reason: ShortText,
    approvers: Type.Array(Id),
    /** As it reads now. */
    article: Type.String(),
    reasons: ShortText,
  }),
  fields: {
    decisionId: onTheCase,
    caseId: onTheCase,
    change: onTheCase,
    basis: onTheCase,
    reason: onTheCase,
    approvers: withinThePdrc,
    article: onTheCase,
    reasons: onTheCase,
  },
});
export type DecisionCorrected = EventOf<typeof DecisionCorrected>;
