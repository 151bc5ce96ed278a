import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { beforeFiling, shared } from './parts.ts';

/** The lead unit took the application back; the case ends. */
export const ApplicationWithdrawn = defineEvent({
  service: 'intake',
  type: 'ApplicationWithdrawn',
  version: 1,
  article: 'platform',
  title: { zh: '撤回', en: 'Withdrawn' },
  reach: 'integration',
  data: Type.Object({
    caseId: Id,
    reason: ShortText,
    afterAcceptance: Type.Boolean(),
  }),
  fields: {
    caseId: shared,
    reason: beforeFiling,
    afterAcceptance: shared,
  },
});
export type ApplicationWithdrawn = EventOf<typeof ApplicationWithdrawn>;
