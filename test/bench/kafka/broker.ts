import { topicName } from '@iic/messaging/kafka';
import { Kafka, logLevel } from 'kafkajs';
import { startEngine, stopEngine } from '../../engines/index.ts';
import { makeTopics } from '../../engines/make-topics.ts';
import { available } from '../available.ts';

export const service = 'progress';
/** Partitions of a channel that is spread by case. */
const partitions = 6;

/** A broker of the bench's own, gone afterwards. */
export interface Broker {
  readonly kafka: Kafka;
  /** Makes the topics of a service under a prefix of its own. */
  makeTopics(prefix: string): Promise<void>;
  makeTopic(topic: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts Kafka. Throws `NotAvailable` where it cannot be had. */
export async function openBroker(): Promise<Broker> {
  const engine = await available(() => startEngine('kafka'));
  const kafka = new Kafka({ brokers: engine.address.split(','), logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  return {
    kafka,
    makeTopics: (own) =>
      makeTopics(admin, [
        { topic: topicName(own, service, 'journal'), numPartitions: 1 },
        { topic: topicName(own, service, 'integration'), numPartitions: partitions },
        { topic: topicName(own, service, 'public'), numPartitions: partitions },
      ]),
    makeTopic: (topic) => makeTopics(admin, [{ topic, numPartitions: partitions }]),
    async close() {
      await admin.disconnect();
      await stopEngine(engine);
    },
  };
}
