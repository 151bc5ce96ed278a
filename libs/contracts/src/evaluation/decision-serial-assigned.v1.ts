import { Type } from 'typebox';
import { Code, Id, NameText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** One number of the gap-free series of an agency and a year: serial = revision + 1. */
export const DecisionSerialAssigned = defineEvent({
  service: 'evaluation',
  type: 'DecisionSerialAssigned',
  version: 1,
  article: 'platform',
  title: { zh: '决定编号分配', en: 'Decision serial assigned' },
  reach: 'journal',
  data: Type.Object({
    decisionId: Id,
    caseId: Id,
    agency: Code,
    year: Type.Integer(),
    serial: Type.Integer({ minimum: 1 }),
    number: NameText,
  }),
  fields: {
    decisionId: withinThePdrc,
    caseId: withinThePdrc,
    agency: withinThePdrc,
    year: withinThePdrc,
    serial: withinThePdrc,
    number: withinThePdrc,
  },
});
export type DecisionSerialAssigned = EventOf<typeof DecisionSerialAssigned>;
