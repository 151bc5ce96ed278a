import { Type } from 'typebox';
import { Code, Hash } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { drafting } from './parts.ts';

/** A file taken out of the application. */
export const AttachmentRemoved = defineEvent({
  service: 'intake',
  type: 'AttachmentRemoved',
  version: 1,
  article: 'annex 2',
  title: { zh: '移除附件', en: 'Attachment removed' },
  reach: 'journal',
  data: Type.Object({
    kind: Code,
    hash: Hash,
  }),
  fields: {
    kind: drafting,
    hash: drafting,
  },
});
export type AttachmentRemoved = EventOf<typeof AttachmentRemoved>;
