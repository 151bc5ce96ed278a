import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { withinThePdrc } from './parts.ts';

/** The PDRC decides without waiting for the department. */
export const DepartmentOpinionWaived = defineEvent({
  service: 'evaluation',
  type: 'DepartmentOpinionWaived',
  version: 1,
  article: 'Art. 15',
  title: { zh: '不再等待部门意见', en: 'Department opinion waived' },
  reach: 'journal',
  data: Type.Object({
    department: Id,
    reason: ShortText,
  }),
  fields: {
    department: withinThePdrc,
    reason: withinThePdrc,
  },
});
export type DepartmentOpinionWaived = EventOf<typeof DepartmentOpinionWaived>;
