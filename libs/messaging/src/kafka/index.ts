export {
  explained,
  type KafkaCredentials,
  type KafkaLog,
  type KafkaSettings,
  KafkaUnusable,
  kafkaClient,
} from './kafka-client.ts';
export {
  KafkaPublisher,
  type KafkaPublisherOptions,
  type PublisherState,
  type PublisherStatus,
} from './kafka-publisher.ts';
export {
  fromRecord,
  type IncomingRecord,
  maxRecordBytes,
  type OutgoingRecord,
  type RecordOrigin,
  toRecord,
} from './kafka-record.ts';
export { KafkaTransport, type KafkaTransportOptions } from './kafka-transport.ts';
export { defaultPrefix, groupName, topicName } from './topic-name.ts';
