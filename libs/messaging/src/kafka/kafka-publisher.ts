import { type Kafka, Partitioners, type Producer } from 'kafkajs';
import type { Lease, Leases } from '../leases.ts';
import type { Channel } from '../message.ts';
import type { Page, Relay } from '../relay.ts';
import { delayAfter } from '../retry-policy.ts';
import { type Delay, realDelay } from '../wait.ts';
import { findJournalEnd } from './journal-end.ts';
import { explained } from './kafka-client.ts';
import { toRecord } from './kafka-record.ts';
import { outagePolicy } from './pauses.ts';
import { groupName, topicName } from './topic-name.ts';

const defaultBatchSize = 500;

/** What a publisher does now. */
export type PublisherState = 'waiting for its lease' | 'publishing' | 'trying again' | 'stopped';

/** How far a publisher is. */
export interface PublisherStatus {
  readonly state: PublisherState;
  /** Seq up to which every channel is acknowledged by the broker. */
  readonly published: number;
  /** Why it had to try again last; null since it publishes. */
  readonly failure: string | null;
}

export interface KafkaPublisherOptions {
  readonly kafka: Kafka;
  readonly relay: Relay;
  /** A service publishes all three; a log without contracts, such as a security log, its journal only. */
  readonly channels: readonly Channel[];
  /** Lets one process publish at a time. */
  readonly leases: Leases;
  readonly prefix: string;
  /** Events per batch; default 500. */
  readonly batchSize?: number;
  /** Told of each failure that makes it pause. */
  readonly onFailure?: (error: unknown) => void;
  readonly delay?: Delay;
}

/**
 * Brings a service's log to its topics. Of each batch, integration and public messages are acknowledged before its
 * journal records are sent: whoever publishes next goes on after the last record of the journal, and needs no
 * checkpoint. Two publishers at once repeat messages; they leave no gap.
 */
export class KafkaPublisher {
  readonly #options: KafkaPublisherOptions;
  readonly #closing = new AbortController();
  #running: Promise<void> | undefined;
  #state: PublisherState = 'stopped';
  #published = 0;
  #failure: string | null = null;

  constructor(options: KafkaPublisherOptions) {
    this.#options = options;
  }

  get source(): string {
    return this.#options.relay.service;
  }

  status(): PublisherStatus {
    return { state: this.#state, published: this.#published, failure: this.#failure };
  }

  start(): void {
    this.#running ??= this.#run(this.#closing.signal);
  }

  /** Finishes the batch in hand and gives the lease back. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
    this.#state = 'stopped';
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { leases, delay = realDelay, onFailure } = this.#options;
    for (let failures = 0; !signal.aborted; ) {
      this.#state = 'waiting for its lease';
      let lease: Lease | undefined;
      try {
        lease = await leases.acquire(groupName(this.#options.prefix, `${this.source}.publisher`), signal);
        await this.#publish(AbortSignal.any([signal, lease.lost]), () => {
          failures = 0;
        });
      } catch (error) {
        if (signal.aborted) break;
        failures += 1;
        this.#state = 'trying again';
        this.#failure = explained(error).message;
        onFailure?.(error);
        await delay(delayAfter(failures, outagePolicy), signal).catch(() => undefined);
      } finally {
        await lease?.release().catch(() => undefined);
      }
    }
  }

  async #publish(signal: AbortSignal, succeeded: () => void): Promise<void> {
    const { kafka, prefix } = this.#options;
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      // Spreads keys as the Java client does, so that anybody can tell a case's partition.
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 3 },
    });
    await producer.connect();
    try {
      const topic = topicName(prefix, this.source, 'journal');
      const group = groupName(prefix, this.source);
      this.#published = await findJournalEnd(kafka, { topic, source: this.source, group });
      this.#state = 'publishing';
      this.#failure = null;
      await this.#follow(producer, signal, succeeded);
    } finally {
      await producer.disconnect().catch(() => undefined);
    }
  }

  /** The journal of one page travels with the messages of the next, which halves the round trips of a backlog. */
  async #follow(producer: Producer, signal: AbortSignal, succeeded: () => void): Promise<void> {
    const { relay, batchSize = defaultBatchSize } = this.#options;
    let journal: Page = { upTo: this.#published, deliveries: [] };
    while (!signal.aborted || journal.deliveries.length > 0) {
      const after = journal.upTo;
      const next = signal.aborted
        ? { upTo: after, deliveries: [] }
        : await relay.read('journal', after, batchSize);
      const pages = [journal, ...(await this.#messages(after, next.upTo - after))];
      if (await this.#send(producer, pages)) succeeded();
      this.#published = after;
      if (next.upTo === after && !signal.aborted) await relay.changed(after, signal);
      journal = next;
    }
  }

  #messages(after: number, count: number): Promise<readonly Page[]> {
    const channels = this.#options.channels.filter((channel) => channel !== 'journal');
    // Seqs are dense, so the same count of events is the same range on every channel.
    return count === 0
      ? Promise.resolve([])
      : Promise.all(channels.map((channel) => this.#options.relay.read(channel, after, count)));
  }

  async #send(producer: Producer, pages: readonly Page[]): Promise<boolean> {
    const { prefix } = this.#options;
    const topicMessages = pages.flatMap(({ deliveries }) => {
      const travelling = deliveries.filter((delivery) => delivery.channel !== 'broken');
      const [first] = travelling;
      if (first === undefined) return [];
      const topic = topicName(prefix, this.source, first.channel);
      return [{ topic, messages: travelling.map(toRecord) }];
    });
    if (topicMessages.length === 0) return false;
    await producer.sendBatch({ acks: -1, topicMessages });
    return true;
  }
}
