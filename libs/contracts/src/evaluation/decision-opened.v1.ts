import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { decisionProposal, decisionProposalFields } from '../decision-proposal.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** The PDRC took up what the owner of a subject proposed; the version is pinned by its hash. */
export const DecisionOpened = defineEvent({
  service: 'evaluation',
  type: 'DecisionOpened',
  version: 1,
  article: 'Art. 15–17',
  title: { zh: '决定立项', en: 'Decision opened' },
  reach: 'integration',
  data: Type.Object({
    ...decisionProposal,
    policyId: Id,
    policyHash: Hash,
  }),
  fields: {
    ...decisionProposalFields,
    policyId: onTheCase,
    policyHash: onTheCase,
  },
});
export type DecisionOpened = EventOf<typeof DecisionOpened>;
