import { Type } from 'typebox';
import { Code } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting } from './parts.ts';

/** The strategic field of the proposed center. */
export const StrategicFieldChosen = defineEvent({
  service: 'intake',
  type: 'StrategicFieldChosen',
  version: 1,
  article: 'Art. 12',
  title: { zh: '选定战略性领域', en: 'Strategic field chosen' },
  reach: 'journal',
  data: Type.Object({
    field: Code,
  }),
  fields: {
    field: drafting,
  },
});
export type StrategicFieldChosen = EventOf<typeof StrategicFieldChosen>;
