import {
  type AllStreamSubscription,
  type KurrentDBClient,
  type Position,
  START,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import { WakeUp } from '../wake-up.ts';
import { backoff, pause } from './backoff.ts';
import { KurrentDamaged } from './kurrent-errors.ts';
import { type ReadEvent, readEvent } from './kurrent-events.ts';
import type { SeqIndex } from './seq-index.ts';

const eventsPerCommit = 500;
/** In the server's windows of 32 events: how often it reports how far it looked where nothing of ours was. */
const checkpointWindows = 32;

/**
 * Counts the events of one service 1, 2, 3 … in the server's commit order, by a catch-up subscription to $all
 * filtered by the service's prefix. It connects again after an outage, for as long as it runs.
 */
export class Sequencer {
  readonly #client: KurrentDBClient;
  readonly #index: SeqIndex;
  readonly #prefix: string;
  readonly #stop = new AbortController();
  readonly #caughtUp = Promise.withResolvers<void>();
  readonly counted = new WakeUp();
  #buffer: ReadEvent[] = [];
  #scannedTo: Position | undefined;
  #flushScheduled = false;
  #damage: unknown;
  /** Ends the subscription under way; what is not counted comes again with the next one. */
  #ended: PromiseWithResolvers<void> | undefined;
  #running: Promise<void> = Promise.resolve();
  #progress = 0;

  constructor(client: KurrentDBClient, index: SeqIndex, prefix: string) {
    this.#client = client;
    this.#index = index;
    this.#prefix = prefix;
  }

  start(): void {
    this.#running = this.#run();
    this.#caughtUp.promise.catch(() => undefined);
  }

  /** Resolves when everything that was there at the start is counted; rejects where it cannot be. */
  get caughtUp(): Promise<void> {
    return this.#caughtUp.promise;
  }

  /** Grows with everything that comes from the server. */
  get progress(): number {
    return this.#progress;
  }

  /** What keeps the sequencer from counting on for good; undefined while all is well. */
  get damage(): unknown {
    return this.#damage;
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.counted.ring();
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#stop.signal.aborted) {
      const before = this.#progress;
      try {
        await this.#subscribe();
      } catch (error) {
        if (error instanceof KurrentDamaged) {
          this.#give(error);
          return;
        }
      }
      failures = this.#progress > before ? 1 : failures + 1;
      await pause(backoff(failures), this.#stop.signal);
    }
    this.#caughtUp.reject(new Error('The event store was closed.'));
  }

  async #subscribe(): Promise<void> {
    const ended = Promise.withResolvers<void>();
    this.#ended = ended;
    const subscription = this.#client.subscribeToAll({
      fromPosition: this.#index.scannedTo ?? START,
      filter: streamNameFilter({
        prefixes: [this.#prefix],
        checkpointInterval: checkpointWindows,
        checkpointReached: (from, position) =>
          whenRead(from, () => this.#guard(() => this.#scanned(position), ended)),
      }),
    });
    subscription.on('data', ({ event }) => {
      if (event !== undefined) this.#guard(() => this.#take(readEvent(event, this.#prefix)), ended);
    });
    subscription.on('caughtUp', () =>
      whenRead(subscription, () =>
        this.#guard(() => {
          this.#flush();
          this.#caughtUp.resolve();
        }, ended),
      ),
    );
    subscription.on('error', ended.reject);
    subscription.on('end', ended.resolve);
    subscription.on('close', ended.resolve);
    const stop = () => ended.resolve();
    this.#stop.signal.addEventListener('abort', stop, { once: true });
    try {
      await ended.promise;
      this.#flush();
    } finally {
      this.#stop.signal.removeEventListener('abort', stop);
      this.#ended = undefined;
      this.#buffer = [];
      this.#scannedTo = undefined;
      leave(subscription);
    }
  }

  #guard(work: () => void, ended: PromiseWithResolvers<void>): void {
    try {
      work();
    } catch (error) {
      ended.reject(error);
    }
  }

  #take(event: ReadEvent): void {
    this.#progress += 1;
    this.#buffer.push(event);
    this.#scannedTo = event.position;
    if (this.#buffer.length >= eventsPerCommit) this.#flush();
    else this.#scheduleFlush();
  }

  #scanned(position: Position): void {
    this.#progress += 1;
    if (this.#scannedTo !== undefined && this.#scannedTo.commit >= position.commit) return;
    this.#scannedTo = position;
    this.#scheduleFlush();
  }

  #scheduleFlush(): void {
    if (this.#flushScheduled) return;
    this.#flushScheduled = true;
    setImmediate(() => {
      this.#flushScheduled = false;
      const ended = this.#ended;
      if (ended !== undefined) this.#guard(() => this.#flush(), ended);
    });
  }

  #flush(): void {
    const position = this.#scannedTo;
    if (position === undefined) return;
    const events = this.#buffer;
    this.#buffer = [];
    this.#scannedTo = undefined;
    this.#index.count(events, position);
    if (events.length > 0) this.counted.ring();
  }

  /** Counting on would number events wrongly: everything that waits is told, and nothing is counted any more. */
  #give(error: unknown): void {
    this.#damage = error;
    this.#caughtUp.reject(error);
    this.#stop.abort();
    this.counted.ring();
  }
}

/** Runs when all that came before on the subscription is read; its notices overtake events that wait. */
function whenRead(subscription: AllStreamSubscription, action: () => void): void {
  if (subscription.destroyed) return;
  if (subscription.readableLength === 0) action();
  else setImmediate(() => whenRead(subscription, action));
}

/** A subscription that failed to connect cannot be left; that is no failure of leaving. */
function leave(subscription: AllStreamSubscription): void {
  subscription.removeAllListeners('data');
  subscription.on('error', () => undefined);
  subscription.unsubscribe().catch(() => undefined);
  subscription.destroy();
}
