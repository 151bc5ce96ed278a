import { Type } from 'typebox';
import { Hash, Id } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { shared } from './parts.ts';

/** The PDRC decided not to approve the formation plan; the case ends. */
export const ApplicationDeclined = defineEvent({
  service: 'intake',
  type: 'ApplicationDeclined',
  version: 1,
  article: 'Art. 15',
  title: { zh: '不予批复', en: 'Formation declined' },
  reach: 'integration',
  data: Type.Object({
    caseId: Id,
    decisionId: Id,
    manifestHash: Hash,
  }),
  fields: {
    caseId: shared,
    decisionId: shared,
    manifestHash: shared,
  },
});
export type ApplicationDeclined = EventOf<typeof ApplicationDeclined>;
