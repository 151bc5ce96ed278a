import { setImmediate } from 'node:timers/promises';
import type { InProcessBus } from './in-process-bus.ts';
import { type Channel, feedName } from './message.ts';
import type { MessageProcessor } from './message-processor.ts';
import type { Progress } from './progress.ts';
import type { Page } from './relay.ts';
import { delayAfter, type RetryPolicy } from './retry-policy.ts';
import type { Delay } from './wait.ts';

/** How patiently a source is tried again while a dependency is away. It never gives up. */
const outagePolicy: RetryPolicy = {
  attempts: Number.POSITIVE_INFINITY,
  firstDelay: 50,
  factor: 2,
  maxDelay: 5000,
};

export interface FeedLoopOptions {
  readonly source: string;
  readonly channel: Channel;
  readonly bus: InProcessBus;
  readonly processor: MessageProcessor;
  readonly progress: Progress;
  /** Events looked at between two acknowledgements. */
  readonly batchSize: number;
  readonly delay: Delay;
  /** Told of each failure that makes the source pause. */
  readonly onFailure: (source: string, error: unknown) => void;
}

/** Brings one source's channel to one consumer group, in order, from where the group left it. */
export class FeedLoop {
  readonly #options: FeedLoopOptions;
  readonly #feed: string;
  #failures = 0;

  constructor(options: FeedLoopOptions) {
    this.#options = options;
    this.#feed = feedName(options.source, options.channel);
  }

  /** Runs until the signal aborts; finishes the message in hand and acknowledges before it returns. */
  async run(signal: AbortSignal): Promise<void> {
    const { source, delay, onFailure } = this.#options;
    while (!signal.aborted) {
      try {
        await this.#consume(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.#failures += 1;
        onFailure(source, error);
        await delay(delayAfter(this.#failures, outagePolicy), signal).catch(() => undefined);
      }
    }
  }

  async #consume(signal: AbortSignal): Promise<void> {
    const { source, channel, bus, processor, progress, batchSize } = this.#options;
    let position = await processor.state.checkpoint(processor.group, this.#feed);
    progress.advance(source, position);
    while (!signal.aborted) {
      await processor.settle(signal);
      await processor.room(signal);
      const relay = await bus.relay(source, signal);
      if (relay === undefined) return;
      const page = await relay.read(channel, position, batchSize);
      if (page.upTo === position) {
        await relay.changed(position, signal);
        continue;
      }
      position = await this.#handle(page, position, signal);
      this.#failures = 0;
      // Handlers may never leave the microtask queue; requests and timers must get their turn.
      await setImmediate();
    }
  }

  /** Handles a page and acknowledges it, or as much of it as was possible. */
  async #handle(page: Page, start: number, signal: AbortSignal): Promise<number> {
    const { processor } = this.#options;
    const { generation } = processor.effects;
    let position = start;
    try {
      for (const delivery of page.deliveries) {
        if (signal.aborted || processor.effects.generation !== generation) return position;
        await processor.process(delivery, signal);
        position = delivery.seq;
      }
      position = page.upTo;
      return position;
    } finally {
      await this.#acknowledge(position, generation);
    }
  }

  async #acknowledge(position: number, generation: number): Promise<void> {
    const { processor, progress, source } = this.#options;
    await processor.acknowledge(this.#feed, position, generation);
    progress.advance(source, position);
  }
}
