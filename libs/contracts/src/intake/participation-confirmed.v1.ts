import { Type } from 'typebox';
import { Code, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting } from './parts.ts';

/** The member itself confirmed its participation and the forms of its contribution. */
export const ParticipationConfirmed = defineEvent({
  service: 'intake',
  type: 'ParticipationConfirmed',
  version: 1,
  article: 'Art. 7',
  title: { zh: '确认参与组建', en: 'Participation confirmed' },
  reach: 'journal',
  data: Type.Object({
    organisation: Id,
    forms: Type.Array(Code),
  }),
  fields: {
    organisation: drafting,
    forms: drafting,
  },
});
export type ParticipationConfirmed = EventOf<typeof ParticipationConfirmed>;
