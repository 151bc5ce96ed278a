import { Type } from 'typebox';
import { AreaCode, Code, DateText, Hash, Id, ShortText } from '../common.ts';
import { DecisionKind } from '../decision-proposal.ts';
import { defineEvent, type EventOf, integration } from '../define-event.ts';
import { Conditions, Merit, onTheCase, withinThePdrc } from './parts.ts';

/** The decision of the PDRC. Only the owner of the subject draws the consequences. */
export const DecisionTaken = defineEvent({
  service: 'evaluation',
  type: 'DecisionTaken',
  version: 1,
  article: 'Art. 15–17',
  title: { zh: '作出决定', en: 'Decision taken' },
  reach: 'integration',
  data: Type.Object({
    decisionId: Id,
    kind: DecisionKind,
    outcome: Code,
    caseId: Id,
    subject: Id,
    subjectVersion: Type.Integer(),
    subjectHash: Hash,
    leadUnit: Id,
    competentUnit: Id,
    province: AreaCode,
    reviewId: Type.Union([Id, Type.Null()]),
    opinionHash: Type.Union([Hash, Type.Null()]),
    article: Type.String(),
    reasons: ShortText,
    conditions: Conditions,
    /** Day from which the decision holds. */
    effectiveDate: DateText,
    handler: Id,
    approvers: Type.Array(Id),
    merit: Type.Union([Merit, Type.Null()]),
    /** Whose series of serials the decision is numbered in. */
    agency: Code,
    year: Type.Integer(),
    policyId: Id,
    policyHash: Hash,
  }),
  fields: {
    decisionId: onTheCase,
    kind: onTheCase,
    outcome: onTheCase,
    caseId: onTheCase,
    subject: onTheCase,
    subjectVersion: onTheCase,
    subjectHash: onTheCase,
    leadUnit: onTheCase,
    competentUnit: onTheCase,
    province: onTheCase,
    reviewId: integration('pdrc'),
    opinionHash: integration('pdrc'),
    article: onTheCase,
    reasons: onTheCase,
    conditions: onTheCase,
    effectiveDate: onTheCase,
    handler: withinThePdrc,
    approvers: withinThePdrc,
    merit: withinThePdrc,
    agency: onTheCase,
    year: onTheCase,
    policyId: onTheCase,
    policyHash: onTheCase,
  },
});
export type DecisionTaken = EventOf<typeof DecisionTaken>;
