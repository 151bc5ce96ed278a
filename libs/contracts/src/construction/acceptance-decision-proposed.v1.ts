import { Type } from 'typebox';
import { decisionProposal, decisionProposalFields } from '../decision-proposal.ts';
import { defineEvent, type EventOf } from '../define-event.ts';

export const AcceptanceDecisionProposed = defineEvent({
  service: 'construction',
  type: 'AcceptanceDecisionProposed',
  version: 1,
  article: 'Art. 17',
  title: { zh: '提请决定验收结论', en: 'Decision on acceptance proposed' },
  reach: 'integration',
  data: Type.Object(decisionProposal),
  fields: decisionProposalFields,
});
export type AcceptanceDecisionProposed = EventOf<typeof AcceptanceDecisionProposed>;
