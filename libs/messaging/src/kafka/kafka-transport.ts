import { once } from 'node:events';
import { type EachBatchPayload, type Kafka, Partitioners } from 'kafkajs';
import {
  type AwaitedEvent,
  EventTransport,
  type EventTransportOptions,
  type SourceLag,
} from '../event-transport.ts';
import type { BrokenDelivery, Delivery } from '../message.ts';
import { delayAfter } from '../retry-policy.ts';
import { type Delay, realDelay } from '../wait.ts';
import { checkTopics, KafkaUnusable } from './kafka-client.ts';
import { rereadRecord } from './kafka-record.ts';
import { workThrough } from './partition-batch.ts';
import { nextOffsetOf, PartitionProgress, placeOf } from './partition-progress.ts';
import { outagePolicy } from './pauses.ts';
import { rewindGroup } from './rewind-group.ts';
import { groupName, topicName } from './topic-name.ts';

/** Each acknowledgement costs two disk syncs and a round trip. */
const defaultBatchSize = 2_000;
const partitionsAtOnce = 8;
const bytesPerPartition = 4 * 1024 * 1024;

const lagPatience = 2_000;
const unknownLag: SourceLag = { position: 0, head: null };

export interface KafkaTransportOptions extends EventTransportOptions {
  readonly kafka: Kafka;
  readonly prefix: string;
  /** Further topics without which the service must not start: those it publishes to. */
  readonly alsoNeeds?: readonly string[];
  /** Messages of a partition between two acknowledgements; default 2,000. */
  readonly batchSize?: number;
  /** Milliseconds after which the broker gives the partitions of a silent process away; default 10,000. */
  readonly sessionTimeout?: number;
}

/**
 * Carries messages over Kafka: one consumer group per service, all partitions of its sources' topics, each in
 * order. Offsets are committed after the effects are durable, so what was not committed comes again.
 */
export class KafkaTransport extends EventTransport {
  readonly #options: KafkaTransportOptions;
  readonly #delay: Delay;
  readonly #group: string;
  readonly #sourceOfTopic: ReadonlyMap<string, string>;
  readonly #partitions = new Map<string, number>();
  readonly #progress = new PartitionProgress();
  #wentBack = false;

  constructor(options: KafkaTransportOptions) {
    super(options);
    this.#options = options;
    this.#delay = options.delay ?? realDelay;
    this.#group = groupName(options.prefix, options.group);
    this.#sourceOfTopic = new Map(this.sources.map((source) => [this.#topicOf(source), source]));
  }

  override async caughtUp(
    source: string,
    { seq, key }: AwaitedEvent,
    timeoutMilliseconds: number,
  ): Promise<boolean> {
    const topic = this.#topicOf(source);
    const partition = this.channel === 'journal' ? 0 : await this.#partitionOf(topic, key);
    if (partition === undefined) return false;
    return this.#progress.reached(topic, partition, seq, timeoutMilliseconds);
  }

  /** Throws {@link KafkaUnusable}. An outage is no reason not to start, once the broker has been reached before. */
  protected override async prepare(): Promise<void> {
    const { state, group } = this.processor;
    const met = `${this.#options.prefix} broker met`;
    try {
      await this.#learnPartitions();
      await state.saveCheckpoint(group, met, 1);
    } catch (error) {
      const waits = error instanceof KafkaUnusable && error.outage;
      if (!waits || (await state.checkpoint(group, met)) === 0) throw error;
      this.logFailure('the broker', error);
    }
  }

  protected override reread(delivery: BrokenDelivery): Delivery {
    return rereadRecord(delivery, this.channel);
  }

  protected override async carry(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      try {
        await this.#consume(signal, () => {
          failures = 0;
        });
      } catch (error) {
        failures += 1;
        this.logFailure('the broker', error);
        await this.#delay(delayAfter(failures, outagePolicy), signal).catch(() => undefined);
      }
    }
  }

  /** In messages, as the broker counts them. */
  protected override lagOf(source: string): Promise<SourceLag> {
    // Whoever asks for metrics must not wait for a broker that is away.
    const unknown = realDelay(lagPatience, new AbortController().signal).then(() => unknownLag);
    return Promise.race([this.#lagOf(source), unknown]);
  }

  async #lagOf(source: string): Promise<SourceLag> {
    const admin = this.#options.kafka.admin();
    const topic = this.#topicOf(source);
    try {
      await admin.connect();
      const ends = await admin.fetchTopicOffsets(topic);
      const [committed] = await admin.fetchOffsets({ groupId: this.#group, topics: [topic] });
      const position = (partition: number, low: string): number => {
        const own = committed?.partitions.find((each) => each.partition === partition);
        return Math.max(Number(own?.offset ?? -1), Number(low));
      };
      return {
        position: sum(ends.map(({ partition, low }) => position(partition, low))),
        head: sum(ends.map(({ high }) => Number(high))),
      };
    } catch {
      return unknownLag;
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }

  async #consume(signal: AbortSignal, succeeded: () => void): Promise<void> {
    const { kafka, sessionTimeout = 10_000 } = this.#options;
    if (this.#partitions.size === 0) await this.#learnPartitions();
    await this.#goBackToState();
    const consumer = kafka.consumer({
      groupId: this.#group,
      sessionTimeout,
      heartbeatInterval: Math.min(3_000, sessionTimeout / 3),
      maxWaitTimeInMs: 250,
      maxBytesPerPartition: bytesPerPartition,
      allowAutoTopicCreation: false,
      retry: { retries: 3, restartOnFailure: async () => false },
    });
    const crashed = Promise.withResolvers<never>();
    crashed.promise.catch(() => undefined);
    consumer.on(consumer.events.CRASH, ({ payload }) => crashed.reject(payload.error));
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.#sourceOfTopic.keys()], fromBeginning: true });
      await this.processor.settle(signal);
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: partitionsAtOnce,
        eachBatch: async (payload) => {
          await this.#work(payload, signal);
          succeeded();
        },
      });
      await Promise.race([signal.aborted ? undefined : once(signal, 'abort'), crashed.promise]);
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  }

  async #work(payload: EachBatchPayload, signal: AbortSignal): Promise<void> {
    const { topic, partition } = payload.batch;
    const source = this.#sourceOfTopic.get(topic);
    if (source === undefined) return;
    const feed = placeOf(topic, partition);
    await workThrough(
      payload,
      {
        processor: this.processor,
        origin: { topic, partition, source, channel: this.channel },
        size: this.#options.batchSize ?? defaultBatchSize,
        onFailure: (error) => this.logFailure(source, error),
        delay: this.#delay,
        acknowledge: async (nextOffset, seq, generation) => {
          const { state, group } = this.processor;
          const reached = Math.max(seq, await state.checkpoint(group, feed));
          await state.saveCheckpoint(group, nextOffsetOf(topic, partition), nextOffset);
          await this.processor.acknowledge(feed, reached, generation, 'synced');
          await payload.commitOffsetsIfNecessary({
            topics: [{ topic, partitions: [{ partition, offset: String(nextOffset) }] }],
          });
          this.#progress.advance(topic, partition, reached);
        },
      },
      signal,
    );
  }

  /**
   * A state that was put back to an earlier moment knows less than the broker takes for done: what lies between is read
   * again. Once for each process, before it joins its group.
   */
  async #goBackToState(): Promise<void> {
    if (this.#wentBack) return;
    const { state, group } = this.processor;
    const kept = (topic: string, partition: number) =>
      state.checkpoint(group, nextOffsetOf(topic, partition));
    await rewindGroup(this.#options.kafka, this.#group, [...this.#sourceOfTopic.keys()], kept);
    this.#wentBack = true;
  }

  /** Also takes up how far the group was with each partition when it last ran. */
  async #learnPartitions(): Promise<void> {
    const { kafka } = this.#options;
    const { state, group } = this.processor;
    const needed = new Set([...this.#sourceOfTopic.keys(), ...(this.#options.alsoNeeds ?? [])]);
    for (const { name, partitions } of await checkTopics(kafka, [...needed])) {
      if (!this.#sourceOfTopic.has(name)) continue;
      this.#partitions.set(name, partitions.length);
      for (const { partitionId } of partitions) {
        const seq = await state.checkpoint(group, placeOf(name, partitionId));
        this.#progress.advance(name, partitionId, seq);
      }
    }
  }

  #topicOf(source: string): string {
    return topicName(this.#options.prefix, source, this.channel);
  }

  /** Where the producer's partitioner puts a case; `undefined` while the topic is not known. */
  async #partitionOf(topic: string, key: string): Promise<number | undefined> {
    const count = this.#partitions.get(topic);
    if (count === undefined) return undefined;
    const partitionMetadata = Array.from({ length: count }, (_, partitionId) => ({
      partitionId,
      partitionErrorCode: 0,
      leader: 0,
      replicas: [],
      isr: [],
    }));
    return Partitioners.DefaultPartitioner()({
      topic,
      partitionMetadata,
      message: { key: Buffer.from(key), value: null },
    });
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
