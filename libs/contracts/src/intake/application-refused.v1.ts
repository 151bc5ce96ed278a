import { Type } from 'typebox';
import { Id, NameText, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { afterFiling, shared } from './parts.ts';

/** The PDRC does not take the application up, on this ground; the case ends. */
export const ApplicationRefused = defineEvent({
  service: 'intake',
  type: 'ApplicationRefused',
  version: 1,
  article: 'interpretation of Art. 15',
  title: { zh: '不予受理', en: 'Refused at the formality check' },
  reach: 'integration',
  data: Type.Object({
    caseId: Id,
    version: Type.Integer({ minimum: 1 }),
    reasons: ShortText,
    ground: NameText,
  }),
  fields: {
    caseId: shared,
    version: afterFiling,
    reasons: afterFiling,
    ground: afterFiling,
  },
});
export type ApplicationRefused = EventOf<typeof ApplicationRefused>;
