import {
  findJournalEnd,
  type KafkaLog,
  KafkaPublisher,
  KafkaTransport,
  kafkaClient,
  topicName,
} from '@iic/messaging/kafka';
import type { Logger } from 'pino';
import type { Carriage } from './carriage.ts';
import type { KafkaEngine } from './engine-settings.ts';

/**
 * Carries messages between services over Kafka.
 *
 * @param recovers whether logs that were put back to an earlier state are published on from where they agree with
 * their topics
 */
export function kafkaCarriage(engine: KafkaEngine, log: Logger, recovers: boolean): Carriage {
  const { prefix } = engine;
  const kafkaLog: KafkaLog = (level, text) => log[level]({ kafka: true }, text);
  const kafka = kafkaClient({ ...engine, clientId: prefix }, kafkaLog);
  return {
    transport: (options, publishes) =>
      new KafkaTransport({
        ...options,
        kafka,
        prefix,
        alsoNeeds: publishes.flatMap(({ source, channels }) =>
          channels.map((channel) => topicName(prefix, source, channel)),
        ),
      }),
    findPublished: (source) => findJournalEnd(kafka, { topic: topicName(prefix, source, 'journal'), source }),
    publish(relay, channels, leases) {
      const publisher = new KafkaPublisher({
        kafka,
        relay,
        channels,
        leases,
        prefix,
        recovers,
        onFailure: (error) => log.warn({ err: error }, `${relay.service} is not published; trying again`),
      });
      publisher.start();
      return {
        status: () => ({ source: relay.service, ...publisher.status() }),
        close: () => publisher.close(),
      };
    },
  };
}
