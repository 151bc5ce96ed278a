import type { EventContract } from '@iic/contracts';
import { type EventStore, type StoredEvent, WakeUp } from '@iic/event-sourcing';
import { ContractIndex } from './contract-index.ts';
import { type Channel, journalDelivery, messageDelivery, type PublishedDelivery } from './message.ts';
import { RecentEvents } from './recent-events.ts';
import { type Delay, realDelay } from './wait.ts';

const recentBytes = 1024 * 1024;
const restartDelayMilliseconds = 1000;

/** What {@link Relay.read} found. */
export interface Page {
  /** Seq up to which the log was looked at, including events that do not travel on the channel. */
  readonly upTo: number;
  readonly deliveries: readonly PublishedDelivery[];
}

export interface RelayOptions {
  /** Name of the service whose log this is. */
  readonly service: string;
  readonly store: EventStore;
  /** Every version of every event the service records. */
  readonly contracts: readonly EventContract[];
  readonly delay?: Delay;
}

/** The log holds an event that no contract declares, so nobody can say who may see it. */
export class UndeclaredEvent extends Error {
  readonly code = 'undeclared-event';

  constructor(service: string, { seq, envelope }: StoredEvent) {
    super(
      `${service} recorded ${envelope.type} version ${envelope.schemaVersion} (seq ${seq}), which none of its contracts declares. Add the contract.`,
    );
  }
}

/**
 * The log of one service as its outbox: reads the three outgoing channels straight from the event store and
 * tells when there is more. It keeps no checkpoint; whoever publishes or consumes keeps their own.
 */
export class Relay {
  readonly service: string;
  readonly #store: EventStore;
  readonly #delay: Delay;
  readonly #contracts: Readonly<Record<'integration' | 'public', ContractIndex>>;
  readonly #recent = new RecentEvents(recentBytes);
  readonly #grown = new WakeUp();
  readonly #closing = new AbortController();
  #head = -1;
  #tail: Promise<void> | undefined;

  constructor(options: RelayOptions) {
    this.service = options.service;
    this.#store = options.store;
    this.#delay = options.delay ?? realDelay;
    const own = options.contracts.filter((contract) => contract.service === options.service);
    this.#contracts = {
      integration: new ContractIndex(own, 'integration'),
      public: new ContractIndex(own, 'public'),
    };
  }

  /** Seq of the last event in the log. */
  head(): Promise<number> {
    return this.#store.head();
  }

  /** Looks at up to `limit` events after a seq. Throws {@link UndeclaredEvent}. */
  async read(channel: Channel, afterSeq: number, limit: number): Promise<Page> {
    return this.#page(channel, afterSeq, await this.#eventsAfter(afterSeq, limit));
  }

  /** As {@link read}, for several channels at one look: all pages end at the same seq. */
  async readChannels(
    channels: readonly Channel[],
    afterSeq: number,
    limit: number,
  ): Promise<ReadonlyMap<Channel, Page>> {
    const events = await this.#eventsAfter(afterSeq, limit);
    return new Map(channels.map((channel) => [channel, this.#page(channel, afterSeq, events)]));
  }

  /** Resolves when the log reaches beyond `afterSeq`, the relay closes, or the signal aborts. */
  async changed(afterSeq: number, signal: AbortSignal): Promise<void> {
    this.#tail ??= this.#followTail();
    while (this.#head <= afterSeq && !this.closed && !signal.aborted) await this.#grown.next(signal);
  }

  get closed(): boolean {
    return this.#closing.signal.aborted;
  }

  /** Stops following and wakes all who wait. The store stays open: it is its owner's to close. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#grown.ring();
    await this.#tail;
    this.#recent.clear();
  }

  async #eventsAfter(afterSeq: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.#recent.after(afterSeq, limit) ?? (await this.#store.readAll(afterSeq, limit));
  }

  #page(channel: Channel, afterSeq: number, events: readonly StoredEvent[]): Page {
    const deliveries: PublishedDelivery[] = [];
    for (const event of events) {
      const delivery = this.#deliver(event, channel);
      if (delivery !== undefined) deliveries.push(delivery);
    }
    return { upTo: events.at(-1)?.seq ?? afterSeq, deliveries };
  }

  #deliver(event: StoredEvent, channel: Channel): PublishedDelivery | undefined {
    const { seq, bytes, leaf, envelope } = event;
    if (channel === 'journal') return journalDelivery({ source: this.service, seq, bytes, leaf, envelope });
    const index = this.#contracts[channel];
    const contract = index.find(envelope.type, envelope.schemaVersion);
    if (contract === undefined) throw new UndeclaredEvent(this.service, event);
    if (!index.travels(contract)) return undefined;
    const { organisation, role } = envelope.actor;
    return messageDelivery(channel, {
      id: envelope.id,
      source: this.service,
      type: envelope.type,
      version: envelope.schemaVersion,
      seq,
      key: envelope.correlation,
      stream: envelope.stream,
      revision: envelope.revision,
      recordedAt: envelope.recordedAt,
      effectiveAt: envelope.effectiveAt,
      causation: envelope.causation,
      ...(channel === 'integration' && { actor: { organisation, role } }),
      data: index.reduce(contract, envelope.data),
    });
  }

  /** One follower per log, however many consumer groups there are. It outlives failures of the store. */
  async #followTail(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      try {
        await this.#follow(signal);
      } catch {
        // Readers meet the same failure and report it; here it only matters to come back.
        this.#recent.clear();
      }
      if (!signal.aborted) await this.#delay(restartDelayMilliseconds, signal).catch(() => undefined);
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    this.#advance(await this.#store.head());
    for await (const batch of this.#store.follow(this.#head, signal)) {
      this.#recent.push(batch);
      this.#advance(batch.at(-1)?.seq ?? this.#head);
    }
  }

  #advance(head: number): void {
    if (head <= this.#head) return;
    this.#head = head;
    this.#grown.ring();
  }
}
