import { Type } from 'typebox';
import { Code, DateText, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** An official document carries the decision. */
export const DecisionDocumented = defineEvent({
  service: 'evaluation',
  type: 'DecisionDocumented',
  version: 1,
  article: 'Art. 15, 17',
  title: { zh: '决定行文', en: 'Decision documented' },
  reach: 'integration',
  data: Type.Object({
    decisionId: Id,
    caseId: Id,
    documentId: Id,
    form: Code,
    number: NameText,
    issuedOn: DateText,
  }),
  fields: {
    decisionId: onTheCase,
    caseId: onTheCase,
    documentId: onTheCase,
    form: onTheCase,
    number: onTheCase,
    issuedOn: onTheCase,
  },
});
export type DecisionDocumented = EventOf<typeof DecisionDocumented>;
