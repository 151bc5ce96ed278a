/** Reads public events with kafkajs: `node test/consumers/with-kafkajs.ts <brokers> <topic>…`, up to the present end. */
import { type IHeaders, Kafka, logLevel } from 'kafkajs';
import { fromHeaders, type PublicEvent } from './cloud-event.ts';

/** Every event of the topics from the beginning to their present end. */
export async function readWithKafkajs(brokers: string, topics: readonly string[]): Promise<PublicEvent[]> {
  const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const missing = await endsOf(kafka, topics);
  const events: PublicEvent[] = [];
  if (missing.size === 0) return events;
  const consumer = kafka.consumer({ groupId: `analytics-${crypto.randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    consumer
      .run({
        eachMessage: async ({ topic, partition, message }) => {
          events.push(fromHeaders(texts(message.headers), message.value?.toString() ?? 'null'));
          const place = `${topic}/${partition}`;
          if (BigInt(message.offset) + 1n >= (missing.get(place) ?? 0n)) missing.delete(place);
          if (missing.size === 0) resolve();
        },
      })
      .catch(reject);
  }).finally(() => consumer.disconnect());
  return events;
}

/** Offset behind the last record of each partition that has one. */
async function endsOf(kafka: Kafka, topics: readonly string[]): Promise<Map<string, bigint>> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends = new Map<string, bigint>();
    for (const topic of topics) {
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
        if (low !== high) ends.set(`${topic}/${partition}`, BigInt(high));
      }
    }
    return ends;
  } finally {
    await admin.disconnect();
  }
}

function texts(headers: IHeaders = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

if (import.meta.main) {
  const [brokers, ...topics] = process.argv.slice(2);
  if (brokers === undefined || topics.length === 0) throw new Error('Give the brokers and the topics.');
  for (const event of await readWithKafkajs(brokers, topics)) console.log(JSON.stringify(event));
}
