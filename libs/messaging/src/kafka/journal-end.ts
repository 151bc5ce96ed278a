import { type Cluster, type Kafka, type KafkaMessage, PartitionAssigners } from 'kafkajs';
import { NotACloudEvent } from '../cloud-events.ts';
import type { JournalRecord } from '../message.ts';
import { fromRecord, maxRecordBytes } from './kafka-record.ts';

/** Where a journal is, and whose it is. */
export interface JournalTopic {
  readonly topic: string;
  readonly source: string;
}

interface Fetched {
  readonly responses: readonly {
    readonly partitions: readonly { readonly messages: readonly KafkaMessage[] }[];
  }[];
}

/** Tells whether a log holds the very event of a record, and not another that took its number. */
export type Holds = (record: JournalRecord) => Promise<boolean>;

/**
 * The last record of a service's journal topic, undefined when it is empty. Everything up to there is published on
 * every channel, since a journal record is sent last.
 */
export function findJournalEnd(kafka: Kafka, journal: JournalTopic): Promise<JournalRecord | undefined> {
  return reading(kafka, journal, async ({ first, end, at }) => (end > first ? at(end - 1) : undefined));
}

/**
 * Seq of a record up to which a log that was put back to an earlier state and its topic agree, 0 when there is none.
 * Halves the topic again and again; after several such events it may find an earlier agreement than the last.
 */
export function findAgreement(kafka: Kafka, journal: JournalTopic, holds: Holds): Promise<number> {
  return reading(kafka, journal, async ({ first, end, at }) => {
    let agreed = 0;
    for (let [low, high] = [first, end]; low < high; ) {
      const middle = Math.floor((low + high) / 2);
      const record = await at(middle);
      if (await holds(record)) [agreed, low] = [record.seq, middle + 1];
      else high = middle;
    }
    return agreed;
  });
}

interface ReadableJournal {
  /** Offsets: of the first record, and behind the last. */
  readonly first: number;
  readonly end: number;
  at(offset: number): Promise<JournalRecord>;
}

async function reading<Result>(
  kafka: Kafka,
  { topic, source }: JournalTopic,
  read: (journal: ReadableJournal) => Promise<Result>,
): Promise<Result> {
  const { consumer, cluster } = groupless(kafka);
  try {
    await consumer.connect();
    await cluster.addMultipleTargetTopics([topic]);
    return await read({
      first: await offsetOf(cluster, topic, true),
      end: await offsetOf(cluster, topic, false),
      async at(offset) {
        const message = await messageAt(cluster, topic, offset);
        const delivery = fromRecord(message, { topic, partition: 0, source, channel: 'journal' });
        if (delivery.channel === 'journal') return delivery.payload;
        throw new NotACloudEvent(delivery.channel === 'broken' ? delivery.reason : 'It is of no journal.');
      },
    });
  } finally {
    await consumer.disconnect().catch(() => undefined);
  }
}

async function offsetOf(cluster: Cluster, topic: string, fromBeginning: boolean): Promise<number> {
  const [found] = await cluster.fetchTopicsOffset([{ topic, partitions: [{ partition: 0 }], fromBeginning }]);
  return Number(found?.partitions[0]?.offset ?? 0);
}

async function messageAt(cluster: Cluster, topic: string, offset: number): Promise<KafkaMessage> {
  const [leader] = Object.keys(cluster.findLeaderForPartitions(topic, [0]));
  if (leader === undefined) throw new Error(`No broker leads ${topic} now.`);
  const broker = await cluster.findBroker({ nodeId: leader });
  const maxBytes = 2 * maxRecordBytes;
  const partitions = [{ partition: 0, fetchOffset: String(offset), maxBytes }];
  const { responses }: Fetched = await broker.fetch({ maxBytes, topics: [{ topic, partitions }] });
  // A broker answers with whole batches, which may begin earlier.
  const messages = responses[0]?.partitions[0]?.messages ?? [];
  const message = messages.find((candidate) => Number(candidate.offset) >= offset);
  if (message === undefined) throw new Error(`Record ${offset} of ${topic} could not be read.`);
  return message;
}

/**
 * Reads without joining a consumer group, which would take seconds and rights of its own. kafkajs hands its
 * cluster, which can, only to partition assigners.
 */
function groupless(kafka: Kafka) {
  let cluster: Cluster | undefined;
  const consumer = kafka.consumer({
    groupId: 'joins no group',
    allowAutoTopicCreation: false,
    partitionAssigners: [
      (given) => {
        cluster = given.cluster;
        return PartitionAssigners.roundRobin(given);
      },
    ],
  });
  if (cluster === undefined) throw new Error('kafkajs did not hand out its cluster.');
  return { consumer, cluster };
}
