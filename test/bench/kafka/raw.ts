/** What kafkajs does by itself, in batches of 500. */
import type { Relay } from '@iic/messaging';
import { toRecord } from '@iic/messaging/kafka';
import type { Kafka, Message } from 'kafkajs';
import { history } from '../projection/workload.ts';

const batchSize = 500;

/** The data of the events alone, keyed by case. */
export function bareRecords(count: number): Message[] {
  return [...history(count)].flatMap(({ stream, events }) =>
    events.map((event) => ({ key: stream, value: JSON.stringify(event) })),
  );
}

/** The records we send, ready made: the same bytes, without the work of making them. */
export async function sameRecords(relay: Relay, count: number): Promise<Message[]> {
  const { deliveries } = await relay.read('integration', 0, count);
  return deliveries.map(toRecord);
}

/** Sends them from an idempotent producer; messages per second. */
export async function produceRaw(kafka: Kafka, topic: string, messages: Message[]): Promise<number> {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const start = performance.now();
  for (let sent = 0; sent < messages.length; sent += batchSize) {
    await producer.send({ topic, acks: -1, messages: messages.slice(sent, sent + batchSize) });
  }
  const seconds = (performance.now() - start) / 1000;
  await producer.disconnect();
  return messages.length / seconds;
}

/** Reads so many messages and forgets them; messages per second from the first to the last. */
export async function consumeRaw(kafka: Kafka, topic: string, count: number): Promise<number> {
  const consumer = kafka.consumer({ groupId: `raw-${topic}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  let seen = 0;
  let start = 0;
  const { promise: finished, resolve } = Promise.withResolvers<void>();
  await consumer.run({
    eachBatch: async ({ batch }) => {
      if (seen === 0) start = performance.now();
      seen += batch.messages.length;
      if (seen >= count) resolve();
    },
  });
  await finished;
  const seconds = (performance.now() - start) / 1000;
  await consumer.disconnect();
  return count / seconds;
}
