/**
 * Keys of data subjects and cases, kept beside the log and never in it.
 * Shredding a key makes what it encrypted unreadable for ever; the log and its leaves stay valid.
 */
export interface KeyStore {
  /** The subject's key of 32 bytes; made, and durable, on first use. Throws {@link KeyShredded}. */
  keyFor(subject: string): Promise<Uint8Array>;
  /** The subject's key, or `undefined` when there is none or it was shredded. */
  findKey(subject: string): Promise<Uint8Array | undefined>;
  /** Whether the subject's key was shredded. */
  isShredded(subject: string): Promise<boolean>;
  /** Destroys the key; it can never be made again for this subject. */
  shred(subject: string): Promise<void>;
  close(): Promise<void>;
}

/** The subject's key was destroyed: nothing more can be encrypted for this subject. */
export class KeyShredded extends Error {
  readonly code = 'key-shredded';

  constructor(subject: string) {
    super(`The key of ${subject} was destroyed.`);
  }
}
