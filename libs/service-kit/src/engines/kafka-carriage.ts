import { type KafkaLog, KafkaPublisher, KafkaTransport, kafkaClient, topicName } from '@iic/messaging/kafka';
import type { Logger } from 'pino';
import type { Carriage } from './carriage.ts';
import type { KafkaEngine } from './engine-settings.ts';

/** Carries messages between services over Kafka. */
export function kafkaCarriage(engine: KafkaEngine, log: Logger): Carriage {
  const { brokers, prefix, authority, credentials } = engine;
  const kafkaLog: KafkaLog = (level, text) => log[level]({ kafka: true }, text);
  const kafka = kafkaClient(
    {
      brokers,
      clientId: prefix,
      ...(authority !== undefined && { authority }),
      ...(credentials !== undefined && { credentials }),
    },
    kafkaLog,
  );
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
    publish(relay, channels, leases) {
      const publisher = new KafkaPublisher({
        kafka,
        relay,
        channels,
        leases,
        prefix,
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
