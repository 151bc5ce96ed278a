import { Type } from 'typebox';
import { InstantText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling, SupplementPoint } from './parts.ts';

/** What the lead unit is to revise in the plan before it is decided. */
export const RevisionRequested = defineEvent({
  service: 'intake',
  type: 'RevisionRequested',
  version: 1,
  article: 'interpretation of Art. 15',
  title: { zh: '要求按评审意见修改方案', en: 'Revision after the review requested' },
  reach: 'journal',
  data: Type.Object({
    version: Type.Integer({ minimum: 1 }),
    points: Type.Array(SupplementPoint, { minItems: 1 }),
    dueAt: Type.Union([InstantText, Type.Null()]),
  }),
  fields: {
    version: afterFiling,
    points: afterFiling,
    dueAt: afterFiling,
  },
});
export type RevisionRequested = EventOf<typeof RevisionRequested>;
