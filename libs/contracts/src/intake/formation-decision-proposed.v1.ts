import { Type } from 'typebox';
import { decisionProposal, decisionProposalFields } from '../decision-proposal.ts';
import { defineEvent, type EventOf } from '../define-event.ts';

/** Intake asks the PDRC to decide on a version; the same decision id with another hash replaces the subject. */
export const FormationDecisionProposed = defineEvent({
  service: 'intake',
  type: 'FormationDecisionProposed',
  version: 1,
  article: 'Art. 15',
  title: { zh: '提请作出组建批复决定', en: 'Formation decision proposed' },
  reach: 'integration',
  data: Type.Object(decisionProposal),
  fields: decisionProposalFields,
});
export type FormationDecisionProposed = EventOf<typeof FormationDecisionProposed>;
