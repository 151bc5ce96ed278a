import { Type } from 'typebox';
import { Hash } from '../common.ts';
import { defineEvent, type EventOf } from '../define-event.ts';
import { AttachmentReference, drafting } from './parts.ts';

/** A scan of the printed and sealed submission, bound to the version with this manifest hash. */
export const SealedScanBound = defineEvent({
  service: 'intake',
  type: 'SealedScanBound',
  version: 1,
  article: 'platform',
  title: { zh: '绑定盖章扫描件', en: 'Sealed scan bound' },
  reach: 'journal',
  data: Type.Object({
    manifestHash: Hash,
    scan: AttachmentReference,
  }),
  fields: {
    manifestHash: drafting,
    scan: drafting,
  },
});
export type SealedScanBound = EventOf<typeof SealedScanBound>;
