import type { DiscardedMessage, HeldCounts, HeldMessage, HeldQuery } from './consumer-state.ts';
import type { MessageProcessor } from './message-processor.ts';
import type { Outcome } from './processor-options.ts';

/** What became of a replay. */
export interface Replay {
  readonly outcome: Outcome;
  /** Why it is parked again, where it is. */
  readonly reason: string | null;
}

/** A discard without a reason. */
export class ReasonRequired extends Error {
  readonly code = 'reason-required';

  constructor() {
    super('Say why the message is discarded; the reason is kept with it.');
  }
}

/** What operators do with the kept messages of one consumer group. */
export class ParkedMessages {
  readonly #processor: MessageProcessor;

  constructor(processor: MessageProcessor) {
    this.#processor = processor;
  }

  get group(): string {
    return this.#processor.group;
  }

  /** Kept messages in the order they were kept; by default the parked ones. */
  list(query: Partial<HeldQuery> = {}): Promise<readonly HeldMessage[]> {
    return this.#processor.state.list(this.group, { status: 'parked', limit: 100, ...query });
  }

  /** One kept message, of any status. */
  find(ordinal: number): Promise<HeldMessage | undefined> {
    return this.#processor.state.find(this.group, ordinal);
  }

  counts(): Promise<HeldCounts> {
    return this.#processor.state.counts(this.group);
  }

  /**
   * Runs a parked (or waiting) message once, and when it succeeds those behind it in order. Undefined when there
   * is none under that ordinal. Rejects when a dependency is unavailable: nothing is changed then.
   */
  async replay(ordinal: number): Promise<Replay | undefined> {
    const outcome = await this.#processor.replay(ordinal);
    if (outcome === undefined) return undefined;
    const held = outcome === 'parked' ? await this.find(ordinal) : undefined;
    return { outcome, reason: held?.reason ?? null };
  }

  /**
   * Gives a kept message up, then runs those behind it. It stays listed under {@link discarded}, with reason and
   * operator. False when there is none under that ordinal. Throws {@link ReasonRequired}.
   * @param by random subject id of the operator
   */
  async discard(ordinal: number, { reason, by }: { reason: string; by: string }): Promise<boolean> {
    if (reason.trim() === '') throw new ReasonRequired();
    return this.#processor.discard(ordinal, { reason, by });
  }

  /** Discarded messages in the order they were first kept. */
  discarded(query: Partial<Omit<HeldQuery, 'status'>> = {}): Promise<readonly DiscardedMessage[]> {
    return this.#processor.state.discarded(this.group, { limit: 100, ...query });
  }
}
