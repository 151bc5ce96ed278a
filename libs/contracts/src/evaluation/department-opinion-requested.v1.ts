import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf, journal } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** Another department is asked for its opinion (会同); nobody approves before it is in or waived. */
export const DepartmentOpinionRequested = defineEvent({
  service: 'evaluation',
  type: 'DepartmentOpinionRequested',
  version: 1,
  article: 'Art. 15',
  title: { zh: '征求有关部门意见', en: 'Department opinion requested' },
  reach: 'journal',
  data: Type.Object({
    /** Organisation asked. */
    department: Id,
    question: ShortText,
  }),
  fields: {
    department: withinThePdrc,
    question: journal('pdrc'),
  },
});
export type DepartmentOpinionRequested = EventOf<typeof DepartmentOpinionRequested>;
