import { Type } from 'typebox';
import { Bilingual, Hash, Id } from './common.ts';
import { integration } from './define-event.ts';

/** Kinds of PDRC decision that exist today. */
export const DecisionKind = Type.Union([
  Type.Literal('formation'),
  Type.Literal('adjustment'),
  Type.Literal('acceptance'),
  Type.Literal('formation-revocation'),
]);

/** Data of every `…DecisionProposed` event: what the owner of a subject asks the PDRC to decide. */
export const decisionProposal = {
  decisionId: Id,
  kind: DecisionKind,
  caseId: Id,
  /** Stream of the subject. */
  subject: Id,
  subjectVersion: Type.Integer(),
  /** Hash of the version proposed; the decision pins it. */
  subjectHash: Hash,
  leadUnit: Id,
  competentUnit: Id,
  province: Type.String(),
  /** The concluded review the proposal rests on, where there is one. */
  reviewId: Type.Union([Id, Type.Null()]),
  summary: Bilingual,
};

const seen = integration('lead-unit', 'competent-unit', 'pdrc');

/** Audience of the fields of {@link decisionProposal}. */
export const decisionProposalFields = {
  decisionId: seen,
  kind: seen,
  caseId: seen,
  subject: seen,
  subjectVersion: seen,
  subjectHash: seen,
  leadUnit: seen,
  competentUnit: seen,
  province: seen,
  reviewId: integration('pdrc'),
  summary: seen,
};
