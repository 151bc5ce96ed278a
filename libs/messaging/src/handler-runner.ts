import { checkDelivery } from './delivery-check.ts';
import { type Delivery, subjectOf } from './message.ts';
import {
  type HandlerResult,
  isEffectsLost,
  isPermanent,
  isUnavailable,
  PermanentFailure,
  reasonOf,
} from './outcome.ts';
import type { PendingEffects } from './pending-effects.ts';
import type { DeliveryHandler, ProcessorCounters, ProcessorOptions } from './processor-options.ts';
import { defaultRetryPolicy, delayAfter, type RetryPolicy } from './retry-policy.ts';
import { type Delay, realDelay } from './wait.ts';

/** A handler failed; told apart from failures of what surrounds it. */
export class HandlerFailure extends Error {
  readonly permanent: boolean;

  constructor(cause: unknown) {
    super(reasonOf(cause), { cause });
    this.permanent = isPermanent(cause);
  }
}

/** What the event behind a delivery provides to those that wait for it. */
export function providedSubject({ payload, stream, pattern }: Delivery): string {
  return subjectOf('envelope' in payload ? payload.envelope.type : pattern, stream);
}

/** Runs handlers, and runs them again while trying again may help. */
export class HandlerRunner {
  readonly #options: ProcessorOptions;
  readonly #effects: PendingEffects;
  readonly #counters: ProcessorCounters;
  readonly #retry: RetryPolicy;
  readonly #delay: Delay;

  constructor(options: ProcessorOptions, effects: PendingEffects, counters: ProcessorCounters) {
    this.#options = options;
    this.#effects = effects;
    this.#counters = counters;
    this.#retry = options.retry ?? defaultRetryPolicy;
    this.#delay = options.delay ?? realDelay;
  }

  /** Runs the handler once. Throws {@link HandlerFailure}, or what says that a dependency is unavailable. */
  async run(delivery: Delivery): Promise<HandlerResult> {
    try {
      if (delivery.channel === 'broken') checkDelivery(delivery, this.#options.contracts);
      const handler = this.#handlerOf(delivery);
      checkDelivery(delivery, this.#options.contracts);
      const result = await handler(delivery);
      if (result.outcome === 'waiting') refuseOwnStream(delivery, result.subject);
      return result;
    } catch (error) {
      if (isEffectsLost(error)) this.#effects.lose();
      const unavailable = this.#options.isUnavailable ?? isUnavailable;
      throw unavailable(error) ? error : new HandlerFailure(error);
    }
  }

  /** Tries until it succeeds, fails for good, or has failed often enough; then gives up with `giveUp`. */
  async retrying<T>(
    attempt: () => Promise<T>,
    giveUp: (failure: HandlerFailure, attempts: number) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof HandlerFailure)) throw error;
        if (error.permanent || attempts >= this.#retry.attempts) return giveUp(error, attempts);
      }
      this.#counters.retried += 1;
      await this.#delay(delayAfter(attempts, this.#retry), signal);
    }
  }

  #handlerOf({ pattern }: Delivery): DeliveryHandler {
    const handler = this.#options.findHandler(pattern);
    if (handler !== undefined) return handler;
    throw new PermanentFailure(`No handler declares ${pattern} any more. Restore it and replay, or discard.`);
  }
}

/** A wait holds up its own stream, so it would never end if it were for that stream. */
function refuseOwnStream({ stream }: Delivery, subject: string): void {
  if (subject.endsWith(`:${stream}`)) {
    throw new PermanentFailure(`It waits for ${subject}, which is in its own stream and can never come.`);
  }
}
