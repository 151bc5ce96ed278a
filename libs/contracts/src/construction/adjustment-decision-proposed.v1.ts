import { Type } from 'typebox';
import { decisionProposal, decisionProposalFields } from '../decision-proposal.ts';
import { defineEvent, type EventOf } from '../define-event.ts';

export const AdjustmentDecisionProposed = defineEvent({
  service: 'construction',
  type: 'AdjustmentDecisionProposed',
  version: 1,
  article: 'Art. 16',
  title: { zh: '提请决定组建计划调整', en: 'Decision on an adjustment proposed' },
  reach: 'integration',
  data: Type.Object(decisionProposal),
  fields: decisionProposalFields,
});
export type AdjustmentDecisionProposed = EventOf<typeof AdjustmentDecisionProposed>;
