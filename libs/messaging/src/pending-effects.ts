import { EffectsLost } from './outcome.ts';

/** Makes durable what the handlers did so far. */
export type Flush = () => void | Promise<void>;

/**
 * Effects that become durable together, just before a consumer acknowledges. When some are lost, all consumers
 * that share them must go back to their checkpoints: each remembers the generation it began in.
 */
export class PendingEffects {
  readonly #flush: Flush | undefined;
  #generation = 0;

  constructor(flush?: Flush) {
    this.#flush = flush;
  }

  get generation(): number {
    return this.#generation;
  }

  /** Notes that effects of this generation are gone. */
  lose(): void {
    this.#generation += 1;
  }

  /** Throws {@link EffectsLost} unless everything done since that generation began is durable. */
  async flush(since: number): Promise<void> {
    if (this.#flush !== undefined) await this.#tryFlush(this.#flush);
    if (since !== this.#generation) {
      throw new EffectsLost('Effects were lost before they were durable; their messages come again.');
    }
  }

  async #tryFlush(flush: Flush): Promise<void> {
    try {
      await flush();
    } catch (cause) {
      this.lose();
      throw new EffectsLost('Effects could not be made durable; their messages come again.', { cause });
    }
  }
}
