import { Type } from 'typebox';
import { Id, ShortText } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { onTheCase } from './parts.ts';

/** The document was called back; its number is not used again. */
export const OfficialDocumentWithdrawn = defineEvent({
  service: 'evaluation',
  type: 'OfficialDocumentWithdrawn',
  version: 1,
  article: 'platform',
  title: { zh: '公文撤回', en: 'Official document withdrawn' },
  reach: 'integration',
  data: Type.Object({
    documentId: Id,
    decisions: Type.Array(Id),
    reason: ShortText,
  }),
  fields: {
    documentId: onTheCase,
    decisions: onTheCase,
    reason: onTheCase,
  },
});
export type OfficialDocumentWithdrawn = EventOf<typeof OfficialDocumentWithdrawn>;
