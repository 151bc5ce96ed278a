import type { EventContract } from '@iic/contracts';
import { Logger } from '@nestjs/common';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { ContractIndex } from './contract-index.ts';
import { HandlerRegistry } from './handler-registry.ts';
import type { BrokenDelivery, Channel, Delivery } from './message.ts';
import { MessageProcessor } from './message-processor.ts';
import type { ProcessorOptions, ProcessorReport } from './processor-options.ts';
import { realDelay } from './wait.ts';

const defaultReviewInterval = 60_000;

/** What every transport needs, whatever carries the messages. */
export interface EventTransportOptions
  extends Omit<ProcessorOptions, 'findHandler' | 'contracts' | 'report' | 'reread'> {
  /** Services whose messages this group gets. */
  readonly sources: readonly string[];
  /** `integration` between services, `journal` for audit; default `integration`. */
  readonly channel?: Channel;
  /** Contracts of the sources' events, every version this release can read. */
  readonly contracts: readonly EventContract[];
  /** Only needed when a service has two transports: handlers then name theirs, `@EventPattern(type, id)`. */
  readonly transportId?: symbol;
  /** Milliseconds between two looks at messages that wait too long. */
  readonly reviewInterval?: number;
}

/** How far a group is with one source, in events (in one process) or in messages (on a broker). */
export interface SourceLag {
  /** What the group is through with. */
  readonly position: number;
  /** What there is; null while the source cannot be reached. */
  readonly head: number | null;
}

/** An event that somebody waits for: it must be one that travels on the transport's channel. */
export interface AwaitedEvent {
  readonly seq: number;
  /** Its case. */
  readonly key: string;
}

/**
 * A Nest transport under `@EventPattern` handlers: everything about consuming but the carriage. A subclass brings
 * deliveries to {@link processor} and acknowledges them.
 */
export abstract class EventTransport extends Server implements CustomTransportStrategy {
  /** Errors of handlers reach the processor; Nest need not report them a second time. */
  override readonly propagatesEventHandlerErrors = true;
  protected override readonly logger = new Logger('Messages');
  readonly processor: MessageProcessor;
  readonly channel: Channel;
  readonly sources: readonly string[];
  readonly #registry = new HandlerRegistry();
  readonly #contracts: ContractIndex;
  readonly #reviewInterval: number;
  readonly #closing = new AbortController();
  #running: Promise<void> | undefined;

  constructor(options: EventTransportOptions) {
    super();
    if (options.transportId !== undefined) this.setTransportId(options.transportId);
    this.channel = options.channel ?? 'integration';
    this.sources = options.sources;
    this.#reviewInterval = options.reviewInterval ?? defaultReviewInterval;
    this.#contracts = new ContractIndex(options.contracts, this.channel);
    this.processor = new MessageProcessor({
      ...options,
      contracts: this.#contracts,
      findHandler: this.#registry.find,
      reread: (delivery) => this.reread(delivery),
      report: (report) => this.#log(report),
    });
    this.initializeSerializer({});
    this.initializeDeserializer({});
  }

  /** Starts carrying; resolves when the signal aborted and everything in hand is finished and acknowledged. */
  protected abstract carry(signal: AbortSignal): Promise<void>;

  /** How far the group is with a source. */
  protected abstract lagOf(source: string): Promise<SourceLag>;

  /**
   * Whether the group gets through with an event of a source within so many milliseconds: handled, skipped, or
   * kept because it waits or failed.
   */
  abstract caughtUp(source: string, event: AwaitedEvent, timeoutMilliseconds: number): Promise<boolean>;

  /** Looks whether the transport can work at all, before it starts. Rejects with what to do about it. */
  protected async prepare(): Promise<void> {}

  /** Reads a broken record again; a transport whose records cannot break has nothing to do. */
  protected reread(delivery: BrokenDelivery): Delivery {
    return delivery;
  }

  override addHandler(
    pattern: unknown,
    handler: MessageHandler,
    isEventHandler = false,
    extras: Record<string, unknown> = {},
  ): void {
    const route = this.normalizePattern(typeof pattern === 'string' ? pattern : '');
    if (!isEventHandler || route === '') {
      throw new Error(
        `Handlers of ${this.processor.group} use @EventPattern with an event type, nothing else.`,
      );
    }
    handler.isEventHandler = true;
    handler.extras = extras;
    if (!this.messageHandlers.has(route)) this.messageHandlers.set(route, handler);
    this.#registry.add(route, handler);
  }

  override listen(callback: (error?: unknown) => void): void {
    this.#start().then(() => callback(), callback);
  }

  /** Finishes the messages in hand, acknowledges them and stops. */
  override async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  /** How far the group is with each source. */
  async lag(): Promise<Readonly<Record<string, SourceLag>>> {
    const entries = this.sources.map(
      async (source): Promise<[string, SourceLag]> => [source, await this.lagOf(source)],
    );
    return Object.fromEntries(await Promise.all(entries));
  }

  override on(): never {
    throw new Error('This transport has no events of its own; see its processor, lag and logs.');
  }

  override unwrap<T>(): T {
    throw new Error('There is no client library under this transport.');
  }

  protected logFailure(source: string, error: unknown): void {
    const { group } = this.processor;
    this.logger.error(`${group} cannot go on with ${source}; it will try again.`, error);
  }

  async #start(): Promise<void> {
    this.#registry.check(this.channel, this.sources, this.#contracts);
    await this.prepare();
    const { signal } = this.#closing;
    this.#running = Promise.all([this.carry(signal), this.#reviewRegularly(signal)]).then(() => undefined);
  }

  async #reviewRegularly(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await realDelay(this.#reviewInterval, signal).catch(() => undefined);
      if (signal.aborted) return;
      await this.processor
        .reviewWaiting(signal)
        .catch((error) => this.logger.error(`${this.processor.group} cannot review what waits.`, error));
    }
  }

  #log(report: ProcessorReport): void {
    const { group } = this.processor;
    switch (report.kind) {
      case 'parked': {
        const { feed, seq, pattern, key } = report.delivery;
        this.logger.error(`${group} parked ${pattern} (${feed} ${seq}, key ${key}): ${report.reason}`);
        return;
      }
      case 'overdue':
        this.logger.warn(`${group} keeps messages that wait since ${report.oldest}.`);
        return;
      case 'full':
        this.logger.error(`${group} keeps ${report.held} messages and pauses until some are dealt with.`);
    }
  }
}
