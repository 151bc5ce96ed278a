import type { KeyStore } from './key-store.ts';

/** What is kept of a subject: its key of 32 bytes, or `null` since that was destroyed. */
export interface KeptKey {
  readonly subject: string;
  readonly key: Uint8Array | null;
}

/**
 * A key store as one sees it who moves all of it: it gives out every key, which no service needs. One contract suite
 * (`@iic/event-sourcing/testing`) holds for every adapter.
 */
export interface CopyableKeyStore extends KeyStore {
  /** Subjects that have a key or had one. */
  count(): Promise<number>;
  /** At most `limit` subjects that come after one in the store's own order; `''` is before all. */
  list(after: string, limit: number): Promise<readonly KeptKey[]>;
  /** What is kept of those of the subjects that have a key or had one, in any order. */
  find(subjects: readonly string[]): Promise<readonly KeptKey[]>;
  /**
   * Takes over keys, and the marks of destroyed ones; resolves when they are durable. Rejects when a subject has a key
   * here already or had one; whatever is here stays as it is.
   */
  adopt(kept: readonly KeptKey[]): Promise<void>;
}
