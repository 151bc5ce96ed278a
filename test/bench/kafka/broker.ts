import { topicName } from '@iic/messaging/kafka';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import { eventually } from '../../engines/eventually.ts';
import { startEngine, stopEngine } from '../../engines/index.ts';
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
      create(admin, [
        { topic: topicName(own, service, 'journal'), numPartitions: 1 },
        { topic: topicName(own, service, 'integration'), numPartitions: partitions },
        { topic: topicName(own, service, 'public'), numPartitions: partitions },
      ]),
    makeTopic: (topic) => create(admin, [{ topic, numPartitions: partitions }]),
    async close() {
      await admin.disconnect();
      await stopEngine(engine);
    },
  };
}

async function create(
  admin: Admin,
  topics: { readonly topic: string; readonly numPartitions: number }[],
): Promise<void> {
  await admin.createTopics({ topics, waitForLeaders: false });
  // A broker that has just started may not know yet what it made.
  const known = () =>
    admin.fetchTopicMetadata({ topics: topics.map(({ topic }) => topic) }).then(
      () => true,
      () => false,
    );
  if (!(await eventually(known))) throw new Error('The broker did not make the topics of the bench.');
}
