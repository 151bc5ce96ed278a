import { Type } from 'typebox';
import { Code, Hash, Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** What the department answered. */
export const DepartmentOpinionRecorded = defineEvent({
  service: 'evaluation',
  type: 'DepartmentOpinionRecorded',
  version: 1,
  article: 'Art. 15',
  title: { zh: '有关部门意见', en: 'Department opinion recorded' },
  reach: 'journal',
  data: Type.Object({
    department: Id,
    /** `agree`, `agree-with-remarks` or `disagree`. */
    position: Code,
    text: ShortText,
    documentHash: Type.Union([Hash, Type.Null()]),
  }),
  fields: {
    department: withinThePdrc,
    position: withinThePdrc,
    text: withinThePdrc,
    documentHash: withinThePdrc,
  },
});
export type DepartmentOpinionRecorded = EventOf<typeof DepartmentOpinionRecorded>;
