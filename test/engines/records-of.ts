import type { KafkaMessage } from 'kafkajs';
import type { KafkaPlatform } from './kafka-platform.ts';

/** Everything a topic holds now, in the order of its partitions. */
export async function recordsOf(platform: KafkaPlatform, topic: string): Promise<readonly KafkaMessage[]> {
  const ends = await platform.admin((admin) => admin.fetchTopicOffsets(topic));
  const wanted = ends.reduce((total, { high, low }) => total + Number(high) - Number(low), 0);
  if (wanted === 0) return [];
  const found: KafkaMessage[] = [];
  const consumer = platform.kafka.consumer({ groupId: `${topic}-reader-${performance.now()}` });
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      // A new broker is loading its groups at first; the consumer then starts again by itself.
      consumer.on(consumer.events.CRASH, ({ payload }) => {
        if (!payload.restart) reject(payload.error);
      });
      consumer
        .run({
          eachMessage: async ({ message }) => {
            found.push(message);
            if (found.length >= wanted) resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  return found;
}
