import { defaultPrefix, planTopics, type TopicLayout, type TopicPlan } from '@iic/messaging/kafka';
import { topicUser } from '@iic/service-kit';
import { allServices } from '@iic/standalone';

/** How topics are made where an operator says nothing else. */
export const defaultLayout = {
  prefix: defaultPrefix,
  partitions: 6,
  replication: 3,
} as const satisfies TopicLayout;

/** Topics and access rules of all services. */
export function platformTopics(layout: TopicLayout): TopicPlan {
  return planTopics(allServices.map(topicUser), layout);
}
