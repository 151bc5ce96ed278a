import { Type } from 'typebox';
import { AreaCode, Code, Fen, Hash, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf, integration } from '../define-event.ts';
import { Duplicate, shared } from './parts.ts';

/** The formality check found the application complete; its review may be opened. */
export const ApplicationAccepted = defineEvent({
  service: 'intake',
  type: 'ApplicationAccepted',
  version: 1,
  article: 'interpretation of Art. 15',
  title: { zh: '受理', en: 'Accepted for review' },
  reach: 'integration',
  data: Type.Object({
    caseId: Id,
    version: Type.Integer({ minimum: 1 }),
    manifestHash: Hash,
    leadUnit: Id,
    competentUnit: Id,
    province: AreaCode,
    members: Type.Array(Id),
    field: Code,
    proposedName: NameText,
    englishName: NameText,
    policyId: Id,
    policyHash: Hash,
    investmentTotalFen: Fen,
    duplicates: Type.Array(Duplicate),
  }),
  fields: {
    caseId: shared,
    version: shared,
    manifestHash: shared,
    leadUnit: shared,
    competentUnit: shared,
    province: shared,
    members: shared,
    field: shared,
    proposedName: shared,
    englishName: shared,
    policyId: shared,
    policyHash: shared,
    investmentTotalFen: shared,
    duplicates: integration('pdrc'),
  },
});
export type ApplicationAccepted = EventOf<typeof ApplicationAccepted>;
