/** What a scan for malware said of a file. */
export type ScanState = 'not-scanned' | 'clean' | 'infected';

/** Scans a file's bytes; given by the deployment. */
export type AttachmentScan = (content: AsyncIterable<Uint8Array>) => Promise<ScanState>;

/** Key of 32 bytes under which a case's files are encrypted. */
export interface CaseKeys {
  keyFor(caseId: string): Promise<Uint8Array>;
}

/** What a file must be to be taken. */
export interface AttachmentRules {
  readonly caseId: string;
  /** Media type the sender declares; must be what the content is. */
  readonly declaredType: string;
  /** Media types this kind of attachment may have. */
  readonly allowedTypes: readonly string[];
  readonly maxBytes: number;
}

/** A file that is durably stored. */
export interface AttachmentReceipt {
  /** Hex SHA-256 of the content; with the case it names the file. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Media type found in the content. */
  readonly contentType: string;
  readonly scan: ScanState;
}

/** Names a stored file. */
export interface AttachmentName {
  readonly caseId: string;
  readonly sha256: string;
}

/** Whether a recorded event names a file. */
export type IsReferenced = (name: AttachmentName) => Promise<boolean>;

/**
 * The attachment port. One contract suite (`@iic/attachments/testing`) holds for every adapter.
 * - `put` takes a stream, holds no file in memory, and resolves only when the file is durable; the same content
 *   in the same case is stored once. Throws {@link AttachmentProblem}; nothing is kept then.
 * - `open` streams the content back and fails at the end when it is not what was stored. Throws
 *   {@link AttachmentProblem} `attachment-missing`.
 * - `remove` removes one file unless it is referred to; tells whether it is gone. An event that names the file
 *   must not be on its way.
 * - `sweep` removes files that were stored before an instant and that nobody refers to, and tells how many. A
 *   file stored again meanwhile stays. Leave the time of the longest command between `put` and its event.
 */
export interface AttachmentStore {
  put(content: AsyncIterable<Uint8Array>, rules: AttachmentRules): Promise<AttachmentReceipt>;
  open(name: AttachmentName): Promise<AsyncIterable<Uint8Array>>;
  exists(name: AttachmentName): Promise<boolean>;
  remove(name: AttachmentName, isReferenced: IsReferenced): Promise<boolean>;
  sweep(isReferenced: IsReferenced, storedBefore: Date): Promise<number>;
}
