import { randomBytes } from 'node:crypto';
import { KeyShredded, type KeyStore } from '../key-store.ts';

/** Keys that are forgotten with the process. */
export class InMemoryKeyStore implements KeyStore {
  readonly #keys = new Map<string, Uint8Array | null>();

  async keyFor(subject: string): Promise<Uint8Array> {
    const known = this.#keys.get(subject);
    if (known === null) throw new KeyShredded(subject);
    const key = known ?? randomBytes(32);
    this.#keys.set(subject, key);
    return key;
  }

  async findKey(subject: string): Promise<Uint8Array | undefined> {
    return this.#keys.get(subject) ?? undefined;
  }

  async shred(subject: string): Promise<void> {
    this.#keys.set(subject, null);
  }

  async close(): Promise<void> {}
}
