import {
  type AwaitedEvent,
  EventTransport,
  type EventTransportOptions,
  type SourceLag,
} from './event-transport.ts';
import { FeedLoop } from './feed-loop.ts';
import type { InProcessBus } from './in-process-bus.ts';
import { Progress } from './progress.ts';
import { type Delay, realDelay } from './wait.ts';

const defaultBatchSize = 200;

export interface InProcessTransportOptions extends EventTransportOptions {
  readonly bus: InProcessBus;
  /** Events looked at between two acknowledgements; default 200. */
  readonly batchSize?: number;
}

/**
 * Carries messages between the services of one process: each source is read by a loop of its own, from the
 * group's durable checkpoint (at first from seq 0), so that no group and no source holds another.
 */
export class InProcessTransport extends EventTransport {
  readonly #bus: InProcessBus;
  readonly #batchSize: number;
  readonly #delay: Delay;
  readonly #progress = new Progress();

  constructor(options: InProcessTransportOptions) {
    super(options);
    this.#bus = options.bus;
    this.#batchSize = options.batchSize ?? defaultBatchSize;
    this.#delay = options.delay ?? realDelay;
  }

  protected override async carry(signal: AbortSignal): Promise<void> {
    await Promise.all(this.sources.map((source) => this.#loop(source).run(signal)));
  }

  override caughtUp(source: string, { seq }: AwaitedEvent, timeoutMilliseconds: number): Promise<boolean> {
    return this.#progress.reached(source, seq, timeoutMilliseconds);
  }

  protected override async lagOf(source: string): Promise<SourceLag> {
    const head = await this.#bus
      .find(source)
      ?.head()
      .catch(() => null);
    return { position: this.#progress.position(source), head: head ?? null };
  }

  #loop(source: string): FeedLoop {
    return new FeedLoop({
      source,
      channel: this.channel,
      bus: this.#bus,
      processor: this.processor,
      progress: this.#progress,
      batchSize: this.#batchSize,
      delay: this.#delay,
      onFailure: (failed, error) => this.logFailure(failed, error),
    });
  }
}
