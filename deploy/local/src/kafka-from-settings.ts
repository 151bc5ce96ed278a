import { type KafkaLog, kafkaClient } from '@iic/messaging/kafka';
import { type EngineSettings, SettingsInvalid } from '@iic/service-kit';

/** The broker that the environment names, for an operator's command. Throws `SettingsInvalid`. */
export function kafkaFrom({ kafka }: EngineSettings, log?: KafkaLog) {
  if (kafka === undefined) {
    throw new SettingsInvalid('Set IIC_KAFKA_BROKERS to the brokers, for example 127.0.0.1:9092.');
  }
  const { prefix } = kafka;
  const client = kafkaClient({ ...kafka, clientId: `${prefix}-operator` }, log);
  return { client, prefix };
}
