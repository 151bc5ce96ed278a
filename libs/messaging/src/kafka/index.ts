export { applyTopics, compareTopics, type TopicChange } from './apply-topics.ts';
export { findJournalEnd } from './journal-end.ts';
export {
  explained,
  type KafkaCredentials,
  type KafkaLog,
  type KafkaSettings,
  KafkaUnusable,
  kafkaClient,
} from './kafka-client.ts';
export { KafkaPublisher, type KafkaPublisherOptions } from './kafka-publisher.ts';
export { toRecord } from './kafka-record.ts';
export { KafkaTransport, type KafkaTransportOptions } from './kafka-transport.ts';
export { defaultPrefix, groupName, topicName } from './topic-name.ts';
export {
  type PlannedAccess,
  type PlannedTopic,
  planTopics,
  type TopicLayout,
  type TopicPlan,
  type TopicUser,
} from './topic-plan.ts';
