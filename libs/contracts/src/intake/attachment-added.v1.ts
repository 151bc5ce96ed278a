import { Type } from 'typebox';
import { defineEvent, type EventOf } from '../define-event.ts';
import { AttachmentReference, drafting } from './parts.ts';

/** A file of one of the attachment kinds 1 to 4, by hash; its file name is in the personal part. */
export const AttachmentAdded = defineEvent({
  service: 'intake',
  type: 'AttachmentAdded',
  version: 1,
  article: 'annex 2',
  title: { zh: '上传附件', en: 'Attachment added' },
  reach: 'journal',
  data: Type.Object({
    attachment: AttachmentReference,
  }),
  fields: {
    attachment: drafting,
  },
});
export type AttachmentAdded = EventOf<typeof AttachmentAdded>;
