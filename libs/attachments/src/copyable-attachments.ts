import type { AttachmentName, AttachmentStore } from './attachment-store.ts';

/**
 * An attachment store as one sees it who moves all of it: files are given out and taken as they lie there, sealed under
 * the keys of their cases. One contract suite (`@iic/attachments/testing`) holds for every adapter.
 */
export interface CopyableAttachments extends Pick<AttachmentStore, 'exists' | 'open'> {
  /** Names of all stored files, in any order; not of what an upload left half done. */
  names(): AsyncIterable<AttachmentName>;
  /** A file as it is stored. Rejects, when read, where there is none. */
  readSealed(name: AttachmentName): AsyncIterable<Uint8Array>;
  /** Stores a sealed file under its name, durably and unopened; a failure leaves no file of that name. */
  putSealed(name: AttachmentName, sealed: AsyncIterable<Uint8Array>): Promise<void>;
}
