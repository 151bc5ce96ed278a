import { randomUUID } from 'node:crypto';
import { isDuplicateKey } from '@iic/event-sourcing/mongodb';
import { type ClientSession, type Connection, type Model, Schema } from 'mongoose';
import { VersionConflict } from '../collection.ts';
import type { Write } from '../document-database.ts';
import type { MongoDocument } from './document-model.ts';
import { reaching } from './documents-unavailable.ts';

/** A prepared write of one database; `next` is null for a removal. */
export class MongoWrite implements Write {
  readonly collection: string;
  readonly id: string;
  readonly writer: MongoWriter;
  readonly expectedVersion: number;
  readonly next: MongoDocument | null;

  constructor(
    collection: string,
    id: string,
    writer: MongoWriter,
    expectedVersion: number,
    next: MongoDocument | null,
  ) {
    this.collection = collection;
    this.id = id;
    this.writer = writer;
    this.expectedVersion = expectedVersion;
    this.next = next;
  }
}

/** What is kept of a write, to be done again after a crash. */
interface Step {
  readonly collection: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly next: MongoDocument | null;
}

interface Intention {
  readonly _id: string;
  /** JSON of the steps. */
  readonly steps: string;
}

/**
 * Commits writes together. With transactions the server does it. Without, they are first written down as one
 * intention, then done one by one, each by compare-and-set, then the intention is removed. One that a crash left is
 * done to its end at the next opening, one that an outage left before the next commit: later it might undo what came
 * since. Commits of one process run one after the other.
 */
export class MongoWriter {
  readonly #connection: Connection;
  readonly #transactions: boolean;
  readonly #intentions: Model<Intention>;
  #last: Promise<unknown> = Promise.resolve();
  /** Whether an intention of this process may still be there. */
  #unsettled = false;

  constructor(connection: Connection, transactions: boolean) {
    this.#connection = connection;
    this.#transactions = transactions;
    const schema = new Schema(
      { _id: { type: String, required: true }, steps: { type: String, required: true } },
      { strict: 'throw', versionKey: false },
    );
    this.#intentions =
      connection.models['commit-intentions'] ??
      connection.model<Intention>('commit-intentions', schema, 'commit-intentions');
  }

  /** Does what a crash or an outage left half done. */
  async recover(): Promise<void> {
    for (const { _id, steps } of await this.#intentions.find().lean<Intention[]>()) {
      const parsed: readonly Step[] = JSON.parse(steps);
      for (const step of parsed) {
        // Whoever is at another version went on from the finished commit.
        if (this.#isKnown(step) && (await this.#versionOf(step)) === step.expectedVersion)
          await this.#do(step);
      }
      await this.#intentions.deleteOne({ _id });
    }
    this.#unsettled = false;
  }

  /** Throws `VersionConflict`, having written nothing, when one write misses. */
  commit(writes: readonly Write[]): Promise<void> {
    const steps = writes.map((write) => this.#own(write));
    const turn = this.#last.then(() => reaching(() => this.#commit(steps)));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #own(write: Write): Step {
    if (!(write instanceof MongoWrite) || write.writer !== this) {
      throw new TypeError(`The write to ${write.collection} was prepared by another database.`);
    }
    const { collection, id, expectedVersion, next } = write;
    return { collection, id, expectedVersion, next };
  }

  async #commit(steps: readonly Step[]): Promise<void> {
    const [only, ...others] = steps;
    if (only === undefined) return;
    if (this.#unsettled) await this.recover();
    if (others.length === 0) return this.#do(only);
    if (this.#transactions) {
      await this.#connection.transaction(async (session) => {
        for (const step of steps) await this.#do(step, session);
      });
      return;
    }
    await this.#commitByIntention(steps);
  }

  async #commitByIntention(steps: readonly Step[]): Promise<void> {
    await Promise.all(
      steps.map(async (step) => {
        const actual = await this.#versionOf(step);
        if (actual !== step.expectedVersion) throw this.#conflict(step, actual);
      }),
    );
    const _id = randomUUID();
    this.#unsettled = true;
    await this.#intentions.create([{ _id, steps: JSON.stringify(steps) }]);
    const done = await Promise.allSettled(steps.map((step) => this.#do(step)));
    const failures = done.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []));
    // What an outage kept from being done is done before the next commit.
    const outage = failures.find((error) => !(error instanceof VersionConflict));
    if (outage !== undefined) throw outage;
    // Where a write missed, its caller decides anew, and nobody may do the rest later.
    await this.#intentions.deleteOne({ _id });
    this.#unsettled = false;
    if (failures.length > 0) throw failures[0];
  }

  /** A version of a collection that was dropped since wants nothing any more. */
  #isKnown({ collection }: Step): boolean {
    return this.#connection.models[collection] !== undefined;
  }

  async #do(step: Step, session?: ClientSession): Promise<void> {
    const { collection, id, expectedVersion, next } = step;
    const model: Model<MongoDocument> = this.#connection.model<MongoDocument>(collection);
    const options = session === undefined ? {} : { session };
    const at = { _id: id, version: expectedVersion };
    if (next === null) {
      const { deletedCount } = await model.deleteOne(at, options);
      if (deletedCount === 0) throw this.#conflict(step, await this.#versionOf(step));
    } else if (expectedVersion === 0) {
      await this.#insert(model, step, next, options);
    } else {
      const { matchedCount } = await model.replaceOne(at, next, options);
      if (matchedCount === 0) throw this.#conflict(step, await this.#versionOf(step));
    }
  }

  async #insert(
    model: Model<MongoDocument>,
    step: Step,
    next: MongoDocument,
    options: { readonly session?: ClientSession },
  ): Promise<void> {
    try {
      await model.create([next], options);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw this.#conflict(step, await this.#versionOf(step));
    }
  }

  async #versionOf({ collection, id }: Step): Promise<number> {
    const model: Model<MongoDocument> = this.#connection.model<MongoDocument>(collection);
    const found = await model
      .findOne({ _id: id }, { version: 1 })
      .lean<Pick<MongoDocument, 'version'> | null>();
    return found?.version ?? 0;
  }

  #conflict({ collection, id, expectedVersion }: Step, actual: number): VersionConflict {
    return new VersionConflict(collection, id, expectedVersion, actual);
  }
}
