import { Type } from 'typebox';
import { Code, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** The decision got its serial, after it was taken. */
export const DecisionNumbered = defineEvent({
  service: 'evaluation',
  type: 'DecisionNumbered',
  version: 1,
  article: 'platform',
  title: { zh: '决定编号', en: 'Decision numbered' },
  reach: 'integration',
  data: Type.Object({
    decisionId: Id,
    caseId: Id,
    agency: Code,
    year: Type.Integer(),
    serial: Type.Integer({ minimum: 1 }),
    number: NameText,
  }),
  fields: {
    decisionId: onTheCase,
    caseId: onTheCase,
    agency: onTheCase,
    year: onTheCase,
    serial: onTheCase,
    number: onTheCase,
  },
});
export type DecisionNumbered = EventOf<typeof DecisionNumbered>;
