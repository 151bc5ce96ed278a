import { Type } from 'typebox';
import { Bilingual, Hash, Id } from '../common.ts';
import { defineEvent, type EventOf, integration } from '../define-event.ts';
import { onTheCase, withinThePdrc } from './parts.ts';

/** The owner proposed another version: preparation and approvals no longer count. */
export const DecisionSubjectChanged = defineEvent({
  service: 'evaluation',
  type: 'DecisionSubjectChanged',
  version: 1,
  article: 'platform',
  title: { zh: '决定对象变更', en: 'Subject of the decision changed' },
  reach: 'integration',
  data: Type.Object({
    decisionId: Id,
    caseId: Id,
    subjectVersion: Type.Integer(),
    subjectHash: Hash,
    previousHash: Hash,
    reviewId: Type.Union([Id, Type.Null()]),
    summary: Bilingual,
    invalidatedApprovals: Type.Array(Id),
  }),
  fields: {
    decisionId: onTheCase,
    caseId: onTheCase,
    subjectVersion: onTheCase,
    subjectHash: onTheCase,
    previousHash: onTheCase,
    reviewId: integration('pdrc'),
    summary: onTheCase,
    invalidatedApprovals: withinThePdrc,
  },
});
export type DecisionSubjectChanged = EventOf<typeof DecisionSubjectChanged>;
