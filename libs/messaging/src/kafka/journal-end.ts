import { randomUUID } from 'node:crypto';
import type { EachMessagePayload, Kafka } from 'kafkajs';
import { NotACloudEvent } from '../cloud-events.ts';
import { fromRecord } from './kafka-record.ts';

const patience = 15_000;

/** Where a journal is, and whose it is. */
export interface JournalTopic {
  readonly topic: string;
  readonly source: string;
  /** Begins the name of the passing consumer group that reads it. */
  readonly group: string;
}

/**
 * Seq of the last record of a service's journal topic, 0 when it is empty. Everything up to there is published on
 * every channel, since a journal record is sent last.
 */
export async function findJournalEnd(kafka: Kafka, journal: JournalTopic): Promise<number> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const [partition] = await admin.fetchTopicOffsets(journal.topic);
    if (partition === undefined || partition.high === partition.low) return 0;
    const groupId = `${journal.group}.journal-end.${randomUUID()}`;
    const seq = await seqAt(kafka, groupId, journal, Number(partition.high) - 1);
    await admin.deleteGroups([groupId]).catch(() => undefined);
    return seq;
  } finally {
    await admin.disconnect();
  }
}

async function seqAt(kafka: Kafka, groupId: string, journal: JournalTopic, offset: number): Promise<number> {
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100, allowAutoTopicCreation: false });
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  const timer = setTimeout(
    () =>
      reject(new Error(`The end of ${journal.topic} could not be read within ${patience / 1000} seconds.`)),
    patience,
  );
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [journal.topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async (payload) => {
        if (Number(payload.message.offset) >= offset) resolve(seqOf(payload, journal));
      },
    });
    consumer.seek({ topic: journal.topic, partition: 0, offset: String(offset) });
    return await promise;
  } finally {
    clearTimeout(timer);
    await consumer.disconnect();
  }
}

function seqOf({ topic, partition, message }: EachMessagePayload, { source }: JournalTopic): number {
  const delivery = fromRecord(message, { topic, partition, source, channel: 'journal' });
  if (delivery.channel === 'broken') throw new NotACloudEvent(delivery.reason);
  return delivery.seq;
}
