import type { Instant } from '@iic/event-sourcing';
import { reachingMongo } from '@iic/event-sourcing/mongodb';
import type { Connection } from 'mongoose';
import type {
  Admission,
  ConsumerState,
  Discard,
  DiscardedMessage,
  HeldCounts,
  HeldMessage,
  HeldQuery,
  Hold,
} from '../consumer-state.ts';
import { decodeDelivery, encodeDelivery } from '../delivery-codec.ts';
import { isBlocked } from '../held-order.ts';
import type { Delivery } from '../message.ts';
import {
  type ConsumerModels,
  consumerModels,
  type StoredDiscard,
  type StoredHeld,
} from './consumer-models.ts';
import { idOf, isRunnable, keeps, type Place, placeFields, toHeld } from './held-documents.ts';
import { KnownNothing } from './known-nothing.ts';

const woken = { $set: { status: 'behind', subject: null } } as const;

/**
 * Consumer state in MongoDB. One process at a time works for a group (decision 0216), so it knows by itself that
 * nothing is kept, which is nearly always so: messages then pass without a query. What is kept is looked at as a whole;
 * the bounds of a group keep it small.
 */
export class MongoConsumerState implements ConsumerState {
  readonly #models: ConsumerModels;
  readonly #holdNothing = new KnownNothing();
  readonly #discardedNothing = new KnownNothing();

  private constructor(models: ConsumerModels) {
    this.#models = models;
  }

  /** @param connection stays its owner's to close */
  static async open(connection: Connection): Promise<MongoConsumerState> {
    return new MongoConsumerState(await consumerModels(connection));
  }

  async checkpoint(group: string, feed: string): Promise<number> {
    const found = await this.#models.checkpoints
      .findOne({ _id: idOf(group, feed) })
      .lean<{ seq: number } | null>();
    return found?.seq ?? 0;
  }

  async saveCheckpoint(group: string, feed: string, seq: number): Promise<void> {
    await this.#models.checkpoints.updateOne({ _id: idOf(group, feed) }, { $set: { seq } }, { upsert: true });
  }

  async rewind(group: string, feed: string, seq: number): Promise<number> {
    const lost = { group, feed, seq: { $gt: seq } };
    const held = await this.#models.held.deleteMany(lost);
    const discarded = await this.#models.discarded.deleteMany(lost);
    await this.saveCheckpoint(group, feed, seq);
    return held.deletedCount + discarded.deletedCount;
  }

  async admission(group: string, delivery: Delivery): Promise<Admission> {
    const { feed, seq, key } = delivery;
    const _id = idOf(group, feed, seq);
    if ((await this.#hasDiscarded(group)) && (await keeps(this.#models.discarded, _id, delivery)) === true) {
      return 'discarded';
    }
    if (this.#holdNothing.has(group)) return 'free';
    const look = this.#holdNothing.look(group);
    const kept = await this.#places(group);
    if (kept.length === 0) this.#holdNothing.found(group, look);
    const isAt = (one: Place): boolean => one.feed === feed && one.seq === seq;
    if (kept.some(isAt)) {
      if ((await keeps(this.#models.held, _id, delivery)) === true) return 'held';
      await this.#models.held.deleteOne({ _id });
    }
    const held = kept.filter((one) => !isAt(one));
    const cameBefore = held.some((one) => one.key === key && one.feed === feed && one.seq > seq);
    return !cameBefore && isBlocked(delivery, Number.POSITIVE_INFINITY, held) ? 'blocked' : 'free';
  }

  async hold(group: string, delivery: Delivery, hold: Hold, at: Instant): Promise<number> {
    this.#holdNothing.forget(group);
    const { feed, seq, key, stream } = delivery;
    const _id = idOf(group, feed, seq);
    const changed = {
      status: hold.status,
      subject: hold.status === 'waiting' ? hold.subject : null,
      reason: hold.status === 'parked' ? hold.reason : null,
      attempts: hold.status === 'parked' ? hold.attempts : 0,
    };
    const { matchedCount } = await this.#models.held.updateOne({ _id }, { $set: changed });
    if (matchedCount === 0) {
      const ordinal = await this.#nextOrdinal(group);
      const kept = {
        _id,
        group,
        ordinal,
        feed,
        seq,
        key,
        stream,
        since: at,
        delivery: encodeDelivery(delivery),
      };
      await this.#models.held.create([{ ...kept, ...changed }]);
      return ordinal;
    }
    const found = await this.#models.held.findOne({ _id }, { ordinal: 1 }).lean<{ ordinal: number } | null>();
    if (found === null) throw new Error('The consumer state did not keep the message.');
    return found.ordinal;
  }

  async remove(group: string, ordinal: number): Promise<void> {
    await this.#models.held.deleteOne({ group, ordinal });
  }

  async wake(group: string, subject: string): Promise<number> {
    if (this.#holdNothing.has(group)) return 0;
    const { modifiedCount } = await this.#models.held.updateMany(
      { group, status: 'waiting', subject },
      woken,
    );
    return modifiedCount;
  }

  async wakeBefore(group: string, instant: Instant): Promise<number> {
    const { modifiedCount } = await this.#models.held.updateMany(
      { group, status: 'waiting', since: { $lt: instant } },
      woken,
    );
    return modifiedCount;
  }

  async isRunnable(group: string, ordinal: number): Promise<boolean> {
    const held = await this.#places(group);
    const place = held.find((one) => one.ordinal === ordinal);
    return place !== undefined && isRunnable(place, held);
  }

  async findRunnable(group: string): Promise<HeldMessage | undefined> {
    const held = await this.#places(group);
    const place = held.find((one) => isRunnable(one, held));
    return place && this.find(group, place.ordinal);
  }

  async find(group: string, ordinal: number): Promise<HeldMessage | undefined> {
    return reachingMongo(async () => {
      const found = await this.#models.held.findOne({ group, ordinal }).lean<StoredHeld | null>();
      return found === null ? undefined : toHeld(found);
    });
  }

  async list(group: string, { status, after = 0, limit }: HeldQuery): Promise<readonly HeldMessage[]> {
    return reachingMongo(async () => {
      const found = await this.#models.held
        .find({ group, ordinal: { $gt: after }, ...(status !== undefined && { status }) })
        .sort({ ordinal: 1 })
        .limit(limit)
        .lean<StoredHeld[]>();
      return found.map(toHeld);
    });
  }

  async counts(group: string): Promise<HeldCounts> {
    return reachingMongo(async () => {
      const held = await this.#places(group);
      const count = (status: string): number => held.filter((one) => one.status === status).length;
      const waits = held.filter(({ status }) => status === 'waiting').map(({ since }) => since);
      return {
        waiting: count('waiting'),
        parked: count('parked'),
        behind: count('behind'),
        oldestWaiting: waits.sort()[0] ?? null,
      };
    });
  }

  /** The word is written before the message goes, so that a crash in between loses neither. */
  async discard(group: string, ordinal: number, { reason, by, at }: Discard): Promise<boolean> {
    return reachingMongo(async () => {
      const found = await this.#models.held.findOne({ group, ordinal }).lean<StoredHeld | null>();
      if (found === null) return false;
      this.#discardedNothing.forget(group);
      const { feed, seq } = found;
      const word = {
        group,
        feed,
        seq,
        ordinal,
        failure: found.reason,
        reason,
        by,
        at,
        delivery: found.delivery,
      };
      await this.#models.discarded.updateOne({ _id: found._id }, { $set: word }, { upsert: true });
      await this.remove(group, ordinal);
      return true;
    });
  }

  async discarded(
    group: string,
    { after = 0, limit }: Omit<HeldQuery, 'status'>,
  ): Promise<readonly DiscardedMessage[]> {
    const found = await this.#models.discarded
      .find({ group, ordinal: { $gt: after } })
      .sort({ ordinal: 1 })
      .limit(limit)
      .lean<StoredDiscard[]>();
    return found.map(({ ordinal, failure, reason, by, at, delivery }) => ({
      ordinal,
      failure,
      reason,
      by,
      at,
      delivery: decodeDelivery(delivery),
    }));
  }

  async close(): Promise<void> {}

  async #nextOrdinal(group: string): Promise<number> {
    const counter = await this.#models.counters
      .findOneAndUpdate({ _id: group }, { $inc: { seq: 1 } }, { upsert: true, returnDocument: 'after' })
      .lean<{ seq: number } | null>();
    if (counter === null) throw new Error('The consumer state gave no ordinal.');
    return counter.seq;
  }

  async #places(group: string): Promise<readonly Place[]> {
    return this.#models.held.find({ group }, placeFields).sort({ ordinal: 1 }).lean<Place[]>();
  }

  async #hasDiscarded(group: string): Promise<boolean> {
    if (this.#discardedNothing.has(group)) return false;
    const look = this.#discardedNothing.look(group);
    if ((await this.#models.discarded.exists({ group })) !== null) return true;
    this.#discardedNothing.found(group, look);
    return false;
  }
}
