import { type Instant, WakeUp } from '@iic/event-sourcing';
import type { ConsumerState, Hold } from './consumer-state.ts';
import { type HandlerFailure, providedSubject } from './handler-runner.ts';
import type { Delivery } from './message.ts';
import type { PendingEffects } from './pending-effects.ts';
import {
  defaultBounds,
  type Outcome,
  type ProcessorCounters,
  type ProcessorOptions,
} from './processor-options.ts';

/** The kept messages of one group: how they come and go. The order of writes is what survives a crash. */
export class HeldMessages {
  /** Whether a kept message may be runnable; true at first, since a crash may have left one. */
  unsettled = true;
  readonly #options: ProcessorOptions;
  readonly #state: ConsumerState;
  readonly #group: string;
  readonly #effects: PendingEffects;
  readonly #counters: ProcessorCounters;
  readonly #roomMade = new WakeUp();

  constructor(options: ProcessorOptions, effects: PendingEffects, counters: ProcessorCounters) {
    this.#options = options;
    this.#state = options.state;
    this.#group = options.group;
    this.#effects = effects;
    this.#counters = counters;
  }

  /** Notes that a delivery is handled, and wakes those that waited for it. */
  async finish(delivery: Delivery): Promise<Outcome> {
    if ((await this.#state.wake(this.#group, providedSubject(delivery))) > 0) this.unsettled = true;
    this.#counters.handled += 1;
    return 'done';
  }

  /** As {@link finish}, for a kept message. It comes only once, so everything about it must be durable first. */
  async finishHeld(ordinal: number, delivery: Delivery, generation: number): Promise<Outcome> {
    await this.#effects.flush(generation);
    const outcome = await this.finish(delivery);
    await this.#state.remove(this.#group, ordinal);
    this.released();
    return outcome;
  }

  async keepBehind(delivery: Delivery): Promise<Outcome> {
    const ordinal = await this.#hold(delivery, { status: 'behind' });
    this.#counters.behind += 1;
    // What it is behind may have gone before anybody could see that this one follows.
    if (await this.#state.isRunnable(this.#group, ordinal)) this.unsettled = true;
    return 'behind';
  }

  async keepWaiting(delivery: Delivery, subject: string): Promise<number> {
    // One that was parked or queued held up its key; waiting, it no longer does.
    this.unsettled = true;
    return this.#hold(delivery, { status: 'waiting', subject });
  }

  /** Puts a waiting message back in the queue. */
  async requeue(delivery: Delivery): Promise<void> {
    await this.#hold(delivery, { status: 'behind' });
    this.unsettled = true;
  }

  async park(delivery: Delivery, failure: HandlerFailure, attempts: number): Promise<Outcome> {
    const reason = failure.message;
    await this.#hold(delivery, { status: 'parked', reason, attempts });
    this.#counters.parked += 1;
    this.#options.report?.({ kind: 'parked', delivery, reason });
    return 'parked';
  }

  /** Something was taken out: others may run, and there is room for more. */
  released(): void {
    this.unsettled = true;
    this.#roomMade.ring();
  }

  /** Resolves when fewer messages are kept than the bounds allow, or the signal aborts. */
  async room(signal: AbortSignal): Promise<void> {
    let excess = await this.#findExcess();
    if (excess !== undefined) this.#options.report?.({ kind: 'full', held: excess });
    while (excess !== undefined && !signal.aborted) {
      // Taken before the look, so that what is released in between is not slept through.
      const made = this.#roomMade.next(signal);
      excess = await this.#findExcess();
      if (excess !== undefined) await made;
    }
  }

  now(): Instant {
    return this.#options.now?.() ?? new Date().toISOString();
  }

  /** What is kept may run before what came earlier comes again, so the effects of that must be durable. */
  async #hold(delivery: Delivery, hold: Hold): Promise<number> {
    await this.#effects.flush(this.#effects.generation);
    return this.#state.hold(this.#group, delivery, hold, this.now());
  }

  async #findExcess(): Promise<number | undefined> {
    const bounds = this.#options.bounds ?? defaultBounds;
    const { waiting, parked, behind } = await this.#state.counts(this.#group);
    const held = waiting + parked + behind;
    return parked >= bounds.parked || held >= bounds.held ? held : undefined;
  }
}
