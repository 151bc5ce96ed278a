import { randomUUID } from 'node:crypto';
import { isDuplicateKey } from '@iic/event-sourcing/mongodb';
import { type Connection, type Model, Schema } from 'mongoose';
import type { Lease, Leases } from '../leases.ts';
import { type Delay, realDelay } from '../wait.ts';

interface StoredLease {
  readonly _id: string;
  readonly holder: string;
  readonly fence: number;
  /** Counts renewals; whoever waits sees by it that the holder lives. */
  readonly beat: number;
}

/** Times of a lease, in milliseconds. */
export interface LeaseTimes {
  /** How often a holder renews. */
  readonly renewal: number;
  /** After how long without a renewal a lease is free; must be several renewals. */
  readonly expiry: number;
}

const defaultTimes: LeaseTimes = { renewal: 2_000, expiry: 10_000 };

/**
 * Leases in MongoDB. No two clocks are compared: one who waits takes a lease over after it has seen, by its own
 * clock, no renewal for the expiry; a holder stops by its own clock when it could not renew for half of that.
 */
export class MongoLeases implements Leases {
  readonly #leases: Model<StoredLease>;
  readonly #times: LeaseTimes;
  readonly #delay: Delay;

  constructor(connection: Connection, times: LeaseTimes = defaultTimes, delay: Delay = realDelay) {
    this.#times = times;
    this.#delay = delay;
    const schema = new Schema(
      {
        _id: { type: String, required: true },
        holder: { type: String, default: '' },
        fence: { type: Number, required: true },
        beat: { type: Number, required: true },
      },
      { strict: 'throw', versionKey: false },
    );
    this.#leases = connection.models['leases'] ?? connection.model<StoredLease>('leases', schema, 'leases');
  }

  async acquire(name: string, signal: AbortSignal): Promise<Lease> {
    const holder = randomUUID();
    let seen: StoredLease | undefined;
    let since = performance.now();
    for (;;) {
      signal.throwIfAborted();
      const found = (await this.#leases.findOne({ _id: name }).lean<StoredLease | null>()) ?? undefined;
      if (seen === undefined || found?.fence !== seen.fence || found.beat !== seen.beat) {
        since = performance.now();
        seen = found;
      }
      const free =
        found === undefined || found.holder === '' || performance.now() - since > this.#times.expiry;
      const fence = free ? await this.#take(name, holder, found) : undefined;
      if (fence !== undefined) return this.#held(name, holder, fence);
      await this.#delay(this.#times.renewal, signal);
    }
  }

  async close(): Promise<void> {}

  /** Compare-and-set: of those who find the same lease free, one gets it. */
  async #take(name: string, holder: string, found: StoredLease | undefined): Promise<number | undefined> {
    const fence = (found?.fence ?? 0) + 1;
    if (found === undefined) {
      try {
        await this.#leases.create([{ _id: name, holder, fence, beat: 0 }]);
        return fence;
      } catch (error) {
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
    }
    const { matchedCount } = await this.#leases.updateOne(
      { _id: name, fence: found.fence, beat: found.beat },
      { $set: { holder, fence, beat: 0 } },
    );
    return matchedCount === 1 ? fence : undefined;
  }

  #held(name: string, holder: string, fence: number): Lease {
    const lost = new AbortController();
    const released = new AbortController();
    const renewing = this.#renew(name, fence, lost, released.signal);
    return {
      fence,
      lost: lost.signal,
      release: async () => {
        released.abort();
        await renewing;
        await this.#leases.updateOne({ _id: name, fence, holder }, { $set: { holder: '' } });
      },
    };
  }

  async #renew(name: string, fence: number, lost: AbortController, released: AbortSignal): Promise<void> {
    const { renewal, expiry } = this.#times;
    // By a clock of its own: a server that does not answer must not keep the holder from noticing.
    let late = lostAfter(expiry / 2, lost);
    while (!released.aborted && !lost.signal.aborted) {
      await this.#delay(renewal, released).catch(() => undefined);
      if (released.aborted) break;
      try {
        const { matchedCount } = await this.#leases.updateOne({ _id: name, fence }, { $inc: { beat: 1 } });
        if (matchedCount === 0) lost.abort();
        clearTimeout(late);
        late = lostAfter(expiry / 2, lost);
      } catch {
        // The server may be back before the lease runs out.
      }
    }
    clearTimeout(late);
  }
}

function lostAfter(milliseconds: number, lost: AbortController): NodeJS.Timeout {
  return setTimeout(() => lost.abort(), milliseconds).unref();
}
