import { type Kafka, Partitioners, type Producer } from 'kafkajs';
import type { Lease, Leases } from '../leases.ts';
import type { Channel, JournalRecord, PublishedDelivery } from '../message.ts';
import type { Relay } from '../relay.ts';
import { delayAfter } from '../retry-policy.ts';
import { type Delay, realDelay } from '../wait.ts';
import { findAgreement, findJournalEnd, type Holds } from './journal-end.ts';
import { explained } from './kafka-client.ts';
import { toRecord } from './kafka-record.ts';
import { LogBehind } from './log-behind.ts';
import { outagePolicy } from './pauses.ts';
import { type PublishedBatch, readBatch } from './published-batch.ts';
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
  /**
   * Whether it publishes on from where log and topics agree, when the topics end with an event that the log does not
   * hold; default: it publishes nothing, and its status says why.
   */
  readonly recovers?: boolean;
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
    for (let failures = 0; !signal.aborted && !this.#options.relay.closed; ) {
      this.#state = 'waiting for its lease';
      let lease: Lease | undefined;
      try {
        lease = await leases.acquire(groupName(this.#options.prefix, `${this.source}.publisher`), signal);
        await this.#publish(lease.lost, () => {
          failures = 0;
        });
      } catch (error) {
        if (signal.aborted) break;
        failures += 1;
        this.#state = 'trying again';
        this.#failure = failureOf(error);
        onFailure?.(error);
        await delay(delayAfter(failures, outagePolicy), signal).catch(() => undefined);
      } finally {
        await lease?.release().catch(() => undefined);
      }
    }
  }

  async #publish(lost: AbortSignal, succeeded: () => void): Promise<void> {
    const producer = this.#options.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      // Spreads keys as the Java client does, so that anybody can tell a case's partition.
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 3 },
    });
    await producer.connect();
    try {
      this.#published = await this.#resume();
      this.#state = 'publishing';
      this.#failure = null;
      await this.#follow(producer, lost, succeeded);
    } finally {
      await producer.disconnect().catch(() => undefined);
    }
  }

  /** Seq to go on behind. Throws {@link LogBehind}. */
  async #resume(): Promise<number> {
    const { kafka, prefix, relay, recovers = false } = this.#options;
    const journal = { topic: topicName(prefix, this.source, 'journal'), source: this.source };
    const holds: Holds = (record) => isHeld(relay, record);
    const last = await findJournalEnd(kafka, journal);
    if (last === undefined || (await holds(last))) return last?.seq ?? 0;
    if (recovers) return findAgreement(kafka, journal, holds);
    throw new LogBehind(this.source, await relay.head(), last.seq);
  }

  /** The journal of one batch travels with the messages of the next, which halves the round trips of a backlog. */
  async #follow(producer: Producer, lost: AbortSignal, succeeded: () => void): Promise<void> {
    const { relay } = this.#options;
    const stop = AbortSignal.any([this.#closing.signal, lost]);
    let journal: readonly PublishedDelivery[] = [];
    let batch = await this.#read(this.#published);
    while (!stop.aborted && !relay.closed) {
      const { messages, upTo } = batch;
      const [next] = await Promise.all([this.#read(upTo), this.#send(producer, [...journal, ...messages])]);
      if (journal.length > 0) succeeded();
      this.#published = journal.at(-1)?.seq ?? this.#published;
      journal = batch.journal;
      batch = next;
      if (journal.length === 0 && batch.journal.length === 0) {
        await relay.changed(upTo, stop);
        batch = await this.#read(upTo);
      }
    }
    // Who closes lets the batch in hand end; who lost the lease sends nothing more.
    if (lost.aborted) return;
    await this.#send(producer, journal);
    this.#published = journal.at(-1)?.seq ?? this.#published;
  }

  #read(after: number): Promise<PublishedBatch> {
    const { relay, channels, batchSize = defaultBatchSize } = this.#options;
    return readBatch(relay, channels, after, batchSize);
  }

  async #send(producer: Producer, deliveries: readonly PublishedDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    const byChannel = Map.groupBy(deliveries, ({ channel }) => channel);
    const topicMessages = [...byChannel].map(([channel, travelling]) => ({
      topic: topicName(this.#options.prefix, this.source, channel),
      messages: travelling.map(toRecord),
    }));
    await producer.sendBatch({ acks: -1, topicMessages });
  }
}

/** What the client library says is explained; everything else says itself what is wrong. */
function failureOf(error: unknown): string {
  const isOurs = error instanceof Error && !error.name.startsWith('KafkaJS');
  return isOurs ? error.message : explained(error).message;
}

/** Whether a log holds the very event that was published, and not another under its number. */
async function isHeld(relay: Relay, { seq, leaf }: JournalRecord): Promise<boolean> {
  const { deliveries } = await relay.read('journal', seq - 1, 1);
  const [own] = deliveries;
  return own?.channel === 'journal' && Buffer.compare(own.payload.leaf, leaf) === 0;
}
