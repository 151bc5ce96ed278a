import { randomBytes } from 'node:crypto';
import { type Connection, type Model, Schema } from 'mongoose';
import type { CopyableKeyStore, KeptKey } from '../copyable-key-store.ts';
import { KeyShredded } from '../key-store.ts';
import { isDuplicateKey } from './duplicate-key.ts';
import { reachingMongo } from './mongo-away.ts';

/** A subject's key in Base64; null once it was shredded. */
interface StoredKey {
  readonly _id: string;
  readonly key: string | null;
}

/**
 * Keys in a MongoDB collection of their own. A shredded key leaves only its subject's identifier; copies in the
 * server's journal and in backups end with those.
 */
export class MongoKeyStore implements CopyableKeyStore {
  readonly #keys: Model<StoredKey>;

  /** @param connection stays its owner's to close */
  constructor(connection: Connection) {
    const schema = new Schema(
      { _id: { type: String, required: true }, key: { type: String, default: null } },
      { strict: 'throw', versionKey: false },
    );
    this.#keys = connection.models['keys'] ?? connection.model<StoredKey>('keys', schema, 'keys');
  }

  async keyFor(subject: string): Promise<Uint8Array> {
    const stored = await reachingMongo(async () => (await this.#findOne(subject)) ?? this.#create(subject));
    if (stored.key === null) throw new KeyShredded(subject);
    return Buffer.from(stored.key, 'base64');
  }

  async findKey(subject: string): Promise<Uint8Array | undefined> {
    const key = (await reachingMongo(() => this.#findOne(subject)))?.key ?? null;
    return key === null ? undefined : Buffer.from(key, 'base64');
  }

  async isShredded(subject: string): Promise<boolean> {
    return (await reachingMongo(() => this.#findOne(subject)))?.key === null;
  }

  async shred(subject: string): Promise<void> {
    await reachingMongo(() =>
      this.#keys.updateOne({ _id: subject }, { $set: { key: null } }, { upsert: true }).exec(),
    );
  }

  count(): Promise<number> {
    return this.#keys.countDocuments({});
  }

  async list(after: string, limit: number): Promise<readonly KeptKey[]> {
    const found = await this.#keys
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(limit)
      .lean<StoredKey[]>();
    return found.map(toKept);
  }

  async find(subjects: readonly string[]): Promise<readonly KeptKey[]> {
    return (await this.#keys.find({ _id: { $in: [...subjects] } }).lean<StoredKey[]>()).map(toKept);
  }

  async adopt(kept: readonly KeptKey[]): Promise<void> {
    await this.#keys.insertMany(kept.map(toStored));
  }

  async close(): Promise<void> {}

  async #findOne(subject: string): Promise<StoredKey | undefined> {
    return (await this.#keys.findOne({ _id: subject }).lean<StoredKey | null>()) ?? undefined;
  }

  /** When another process makes the key at the same moment, its key is the one. */
  async #create(subject: string): Promise<StoredKey> {
    try {
      await this.#keys.create([{ _id: subject, key: randomBytes(32).toString('base64') }]);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const stored = await this.#findOne(subject);
    if (stored === undefined) throw new Error(`The key of ${subject} was made and is not there.`);
    return stored;
  }
}

function toKept({ _id: subject, key }: StoredKey): KeptKey {
  return { subject, key: key === null ? null : Buffer.from(key, 'base64') };
}

function toStored({ subject, key }: KeptKey): StoredKey {
  return { _id: subject, key: key === null ? null : Buffer.from(key).toString('base64') };
}
