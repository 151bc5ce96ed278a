import type { ConsumerState, Discard, HeldMessage } from './consumer-state.ts';
import { HandlerFailure, HandlerRunner } from './handler-runner.ts';
import { HeldMessages } from './held-messages.ts';
import { KeyedLock } from './keyed-lock.ts';
import type { Delivery } from './message.ts';
import { done, type HandlerResult } from './outcome.ts';
import { PendingEffects } from './pending-effects.ts';
import {
  defaultWaitLimit,
  type Outcome,
  type ProcessorCounters,
  type ProcessorOptions,
} from './processor-options.ts';

const maxSubjectChanges = 5;
const never = new AbortController().signal;

/**
 * What a consumer group does with a delivery, whichever transport brings it: handles it, skips it, keeps it
 * waiting, parks it, or keeps it behind one that is kept. One instance per group and process.
 *
 * Deliveries of one source must come in order; those of one key are handled one at a time. A delivery that
 * comes again is handled again unless it is kept: handlers are idempotent.
 */
export class MessageProcessor {
  readonly group: string;
  readonly state: ConsumerState;
  readonly counters: ProcessorCounters = {
    handled: 0,
    skipped: 0,
    waited: 0,
    retried: 0,
    parked: 0,
    behind: 0,
    replayed: 0,
    discarded: 0,
  };
  readonly effects: PendingEffects;
  readonly #options: ProcessorOptions;
  readonly #runner: HandlerRunner;
  readonly #held: HeldMessages;
  readonly #keys = new KeyedLock();
  readonly #settling = new KeyedLock();
  #wokeEarlier = false;

  constructor(options: ProcessorOptions) {
    this.group = options.group;
    this.state = options.state;
    this.#options = options;
    this.effects = new PendingEffects(options.beforeAcknowledge);
    this.#runner = new HandlerRunner(options, this.effects, this.counters);
    this.#held = new HeldMessages(options, this.effects, this.counters);
  }

  /**
   * Deals with one delivery. Rejects, with the delivery neither handled nor kept, when a dependency is
   * unavailable, the state cannot be written, or the signal aborts a pause between tries.
   */
  async process(delivery: Delivery, signal: AbortSignal = never): Promise<Outcome> {
    if (!this.#concerns(delivery)) {
      this.counters.skipped += 1;
      return 'skipped';
    }
    const outcome = await this.#runner.retrying(
      () => this.#keys.run(delivery.key, () => this.#arrive(delivery)),
      (failure, attempts) => this.#held.park(delivery, failure, attempts),
      signal,
    );
    await this.settle(signal);
    return outcome;
  }

  /** Runs kept messages that are no longer blocked, in order, until none is left. */
  async settle(signal: AbortSignal = never): Promise<void> {
    if (!this.#held.unsettled) return;
    await this.#settling.run('', async () => {
      this.#held.unsettled = false;
      try {
        await this.#wakeEarlierWaits();
        await this.#runAllRunnable(signal);
      } catch (error) {
        this.#held.unsettled = true;
        throw error;
      }
    });
  }

  /**
   * What a former process kept waiting is looked at once more: it may have ended between keeping a message and looking
   * whether what that waits for had come before.
   */
  async #wakeEarlierWaits(): Promise<void> {
    if (this.#wokeEarlier) return;
    await this.state.wakeBefore(this.group, this.#held.now());
    this.#wokeEarlier = true;
  }

  /**
   * Notes that the group is through with a feed up to `seq`, once the effects since `generation` are durable.
   * `synced` when a source will be told, since it does not go back after a power cut.
   */
  async acknowledge(
    feed: string,
    seq: number,
    generation: number,
    durability: 'ordered' | 'synced' = 'ordered',
  ): Promise<void> {
    await this.effects.flush(generation);
    await this.state.saveCheckpoint(this.group, feed, seq, durability);
  }

  /** Resolves when the group keeps fewer messages than its bounds allow, or the signal aborts. */
  room(signal: AbortSignal): Promise<void> {
    return this.#held.room(signal);
  }

  /** Runs messages that have waited longer than the limit once more, and raises an alarm for what still waits. */
  async reviewWaiting(signal: AbortSignal = never): Promise<void> {
    const limit = this.#options.waitLimit ?? defaultWaitLimit;
    const before = new Date(Date.parse(this.#held.now()) - limit).toISOString();
    if ((await this.state.wakeBefore(this.group, before)) === 0) return;
    this.#held.unsettled = true;
    await this.settle(signal);
    const { oldestWaiting: oldest } = await this.state.counts(this.group);
    if (oldest !== null && oldest < before) this.#options.report?.({ kind: 'overdue', oldest });
  }

  /** Tries a parked or waiting message once, then those behind it; undefined when it is not kept like that. */
  async replay(ordinal: number): Promise<Outcome | undefined> {
    const outcome = await this.#withHeld(ordinal, async (held) => {
      if (held.status === 'behind') return undefined;
      this.counters.replayed += 1;
      return this.#runHeld(held).catch((error) => this.#parkAgain(held, error));
    });
    await this.settle();
    return outcome;
  }

  /** Gives a kept message up for good, then runs those behind it; false when it is not kept. */
  async discard(ordinal: number, word: Omit<Discard, 'at'>): Promise<boolean> {
    const discarded = await this.#withHeld(ordinal, () =>
      this.state.discard(this.group, ordinal, { ...word, at: this.#held.now() }),
    );
    if (discarded !== true) return false;
    this.counters.discarded += 1;
    this.#held.released();
    await this.settle();
    return true;
  }

  async #arrive(delivery: Delivery): Promise<Outcome> {
    const admission = await this.state.admission(this.group, delivery);
    if (admission === 'held' || admission === 'discarded') return 'repeated';
    if (admission === 'blocked') return this.#held.keepBehind(delivery);
    const result = await this.#runner.run(delivery);
    return result.outcome === 'done'
      ? this.#held.finish(delivery)
      : this.#keepWaiting(delivery, result.subject);
  }

  /** Keeps it first and looks again after: the subject may have been handled before the wait was visible. */
  async #keepWaiting(delivery: Delivery, firstSubject: string): Promise<Outcome> {
    this.counters.waited += 1;
    let subject = firstSubject;
    for (let changes = 0; changes < maxSubjectChanges; changes += 1) {
      const ordinal = await this.#held.keepWaiting(delivery, subject);
      const generation = this.effects.generation;
      const result = await this.#lookAgain(delivery);
      if (result.outcome === 'done') return this.#held.finishHeld(ordinal, delivery, generation);
      if (result.subject === subject) return 'waiting';
      subject = result.subject;
    }
    await this.#held.keepWaiting(delivery, subject);
    return 'waiting';
  }

  async #lookAgain(delivery: Delivery): Promise<HandlerResult> {
    try {
      return await this.#runner.run(delivery);
    } catch (error) {
      await this.#held.requeue(delivery);
      throw error;
    }
  }

  async #runAllRunnable(signal: AbortSignal): Promise<void> {
    for (;;) {
      const next = await this.state.findRunnable(this.group);
      if (next === undefined) return;
      await this.#runner.retrying(
        () => this.#withHeld(next.ordinal, (held) => this.#runIfRunnable(held)),
        (failure, attempts) =>
          this.#withHeld(next.ordinal, ({ delivery }) => this.#held.park(delivery, failure, attempts)),
        signal,
      );
    }
  }

  async #runIfRunnable(held: HeldMessage): Promise<Outcome> {
    const runnable = await this.state.isRunnable(this.group, held.ordinal);
    return runnable ? this.#runHeld(held) : 'repeated';
  }

  async #runHeld({ ordinal, delivery }: HeldMessage): Promise<Outcome> {
    const generation = this.effects.generation;
    const readable = this.#reread(delivery);
    // One that turns out to be for others is dealt with; one whose handler is gone fails, and says so.
    const stranger = readable !== delivery && !this.#concerns(readable);
    const result = stranger ? done() : await this.#runner.run(readable);
    if (result.outcome === 'done') return this.#held.finishHeld(ordinal, readable, generation);
    const outcome = await this.#keepWaiting(readable, result.subject);
    // A record that has become readable waits under its own number; the broken one is dealt with.
    if (readable !== delivery) await this.state.remove(this.group, ordinal);
    return outcome;
  }

  /** Whether the group handles it; what cannot be read concerns every group that gets it. */
  #concerns({ channel, pattern }: Delivery): boolean {
    return channel === 'broken' || this.#options.findHandler(pattern) !== undefined;
  }

  #reread(delivery: Delivery): Delivery {
    return delivery.channel === 'broken' ? (this.#options.reread?.(delivery) ?? delivery) : delivery;
  }

  #parkAgain({ delivery, attempts }: HeldMessage, error: unknown): Promise<Outcome> {
    if (error instanceof HandlerFailure) return this.#held.park(delivery, error, attempts + 1);
    throw error;
  }

  /** Works on a kept message while nothing else of its key runs; undefined when it is no longer kept. */
  async #withHeld<T>(ordinal: number, work: (held: HeldMessage) => Promise<T>): Promise<T | undefined> {
    const seen = await this.state.find(this.group, ordinal);
    if (seen === undefined) return undefined;
    return this.#keys.run(seen.delivery.key, async () => {
      const held = await this.state.find(this.group, ordinal);
      return held === undefined ? undefined : work(held);
    });
  }
}
