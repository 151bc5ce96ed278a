import { randomBytes } from 'node:crypto';
import type { CopyableKeyStore, KeptKey } from '../copyable-key-store.ts';
import { KeyShredded } from '../key-store.ts';

/** Keys that are forgotten with the process. */
export class InMemoryKeyStore implements CopyableKeyStore {
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

  async isShredded(subject: string): Promise<boolean> {
    return this.#keys.get(subject) === null;
  }

  async shred(subject: string): Promise<void> {
    this.#keys.set(subject, null);
  }

  async count(): Promise<number> {
    return this.#keys.size;
  }

  async list(after: string, limit: number): Promise<readonly KeptKey[]> {
    const subjects = [...this.#keys.keys()].filter((subject) => subject > after).sort();
    return this.find(subjects.slice(0, limit));
  }

  async find(subjects: readonly string[]): Promise<readonly KeptKey[]> {
    return subjects.flatMap((subject) => {
      const key = this.#keys.get(subject);
      return key === undefined ? [] : [{ subject, key }];
    });
  }

  async adopt(kept: readonly KeptKey[]): Promise<void> {
    const known = kept.find(({ subject }) => this.#keys.has(subject));
    if (known !== undefined) throw new Error(`${known.subject} has a key or had one.`);
    for (const { subject, key } of kept) this.#keys.set(subject, key);
  }

  async close(): Promise<void> {}
}
