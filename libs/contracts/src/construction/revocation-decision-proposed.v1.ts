import { Type } from 'typebox';
import { ShortText } from '../common.ts';
import { decisionProposal, decisionProposalFields } from '../decision-proposal.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { inTheJournal } from './parts.ts';

/** The handler's proposal after an expired rectification; `reason` is part of what the hash covers. */
export const RevocationDecisionProposed = defineEvent({
  service: 'construction',
  type: 'RevocationDecisionProposed',
  version: 1,
  article: 'Art. 17',
  title: { zh: '提请决定撤销组建批复', en: 'Decision on revoking the formation approval proposed' },
  reach: 'integration',
  data: Type.Object({ ...decisionProposal, reason: ShortText }),
  fields: { ...decisionProposalFields, reason: inTheJournal },
});
export type RevocationDecisionProposed = EventOf<typeof RevocationDecisionProposed>;
