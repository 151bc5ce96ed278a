import { type Cluster, type Kafka, type KafkaMessage, PartitionAssigners } from 'kafkajs';
import { NotACloudEvent } from '../cloud-events.ts';
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

/**
 * Seq of the last record of a service's journal topic, 0 when it is empty. Everything up to there is published on
 * every channel, since a journal record is sent last.
 */
export async function findJournalEnd(kafka: Kafka, { topic, source }: JournalTopic): Promise<number> {
  const { consumer, cluster } = groupless(kafka);
  try {
    await consumer.connect();
    await cluster.addMultipleTargetTopics([topic]);
    const message = await lastMessage(cluster, topic);
    if (message === undefined) return 0;
    const delivery = fromRecord(message, { topic, partition: 0, source, channel: 'journal' });
    if (delivery.channel === 'broken') throw new NotACloudEvent(delivery.reason);
    return delivery.seq;
  } finally {
    await consumer.disconnect().catch(() => undefined);
  }
}

async function lastMessage(cluster: Cluster, topic: string): Promise<KafkaMessage | undefined> {
  const [ends] = await cluster.fetchTopicsOffset([
    { topic, partitions: [{ partition: 0 }], fromBeginning: false },
  ]);
  const end = Number(ends?.partitions[0]?.offset ?? 0);
  if (end === 0) return undefined;
  const [leader] = Object.keys(cluster.findLeaderForPartitions(topic, [0]));
  if (leader === undefined) throw new Error(`No broker leads ${topic} now.`);
  const broker = await cluster.findBroker({ nodeId: leader });
  const maxBytes = 2 * maxRecordBytes;
  const partitions = [{ partition: 0, fetchOffset: String(end - 1), maxBytes }];
  const { responses }: Fetched = await broker.fetch({ maxBytes, topics: [{ topic, partitions }] });
  const message = responses[0]?.partitions[0]?.messages.at(-1);
  if (message === undefined) throw new Error(`The last record of ${topic} could not be read.`);
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
