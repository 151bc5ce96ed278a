import { LocalLeases, type Relay } from '@iic/messaging';
import { KafkaPublisher, type KafkaPublisherOptions, kafkaClient, topicName } from '@iic/messaging/kafka';
import kafkajs, { Kafka, logLevel, type Message, Partitioners } from 'kafkajs';
import { makeTopics } from './make-topics.ts';

// The library's CommonJS file does not name this export to Node.
const { ConfigResourceTypes } = kafkajs;

let made = 0;

/** Topics of their own on a shared broker, and publishers to them. */
export class KafkaPlatform {
  readonly prefix: string;
  readonly kafka: Kafka;
  readonly brokers: readonly string[];
  readonly publishers: KafkaPublisher[] = [];
  readonly #leases = new LocalLeases();

  private constructor(address: string) {
    made += 1;
    this.prefix = `test-${process.pid}-${Date.now().toString(36)}-${made}`;
    this.brokers = address.split(',');
    this.kafka = kafkaClient({ brokers: this.brokers, clientId: 'test' });
  }

  /** Makes the topics of some services: one partition for a journal, as many as asked for the other channels. */
  static async open(address: string, services: readonly string[], partitions = 3): Promise<KafkaPlatform> {
    const platform = new KafkaPlatform(address);
    await platform.makeTopics(services, partitions);
    return platform;
  }

  async makeTopics(services: readonly string[], numPartitions: number): Promise<void> {
    await this.admin((admin) =>
      makeTopics(
        admin,
        services.flatMap((service) => [
          { topic: topicName(this.prefix, service, 'journal'), numPartitions: 1 },
          { topic: topicName(this.prefix, service, 'integration'), numPartitions },
          { topic: topicName(this.prefix, service, 'public'), numPartitions },
        ]),
      ),
    );
  }

  publish(relay: Relay, options: Partial<KafkaPublisherOptions> = {}): KafkaPublisher {
    const publisher = new KafkaPublisher({
      kafka: this.kafka,
      relay,
      channels: ['journal', 'integration', 'public'],
      leases: this.#leases,
      prefix: this.prefix,
      ...options,
    });
    publisher.start();
    this.publishers.push(publisher);
    return publisher;
  }

  /** Writes as anybody could who has access to the topic. */
  async produce(topic: string, messages: Message[]): Promise<void> {
    const producer = this.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    try {
      await producer.send({ topic, messages });
    } finally {
      await producer.disconnect();
    }
  }

  /** Lets a topic take longer messages. */
  async allowBytes(topic: string, bytes: number): Promise<void> {
    const configEntries = [{ name: 'max.message.bytes', value: String(bytes) }];
    await this.admin((admin) =>
      admin.alterConfigs({
        validateOnly: false,
        resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configEntries }],
      }),
    );
  }

  async admin<T>(work: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
    const admin = new Kafka({ brokers: [...this.brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.publishers.map((publisher) => publisher.close()));
  }
}
