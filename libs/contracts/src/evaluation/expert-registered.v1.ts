import { Type } from 'typebox';
import { Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { expertParticulars, expertParticularsFields, withinThePdrc } from './parts.ts';

/** A person entered the expert register; name and contacts are in the encrypted part, under the expert id. */
export const ExpertRegistered = defineEvent({
  service: 'evaluation',
  type: 'ExpertRegistered',
  version: 1,
  article: 'Art. 15',
  title: { zh: '专家入库', en: 'Expert registered' },
  reach: 'journal',
  data: Type.Object({
    /** Also the person's subject id: a random identifier, never a name. */
    expertId: Id,
    ...expertParticulars,
  }),
  fields: {
    expertId: withinThePdrc,
    ...expertParticularsFields,
  },
});
export type ExpertRegistered = EventOf<typeof ExpertRegistered>;
