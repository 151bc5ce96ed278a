import type { Channel } from '@iic/messaging';
import type { TopicUser } from '@iic/messaging/kafka';
import { securitySource } from '../security-log.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import type { PublishedLog } from './carriage.ts';

const messageChannels = ['integration', 'public'] as const;

/** The logs of a service, and on which channels each goes out. */
export function publishedLogs({ name, contracts }: ServiceDefinition): readonly PublishedLog[] {
  const travels = (channel: Channel): boolean =>
    contracts.some(({ reach }) => reach === 'public' || reach === channel);
  return [
    { source: name, channels: ['journal', ...messageChannels.filter(travels)] },
    { source: securitySource(name), channels: ['journal'] },
  ];
}

/** What a service sends and takes, as far as topics are concerned. */
export function topicUser(definition: ServiceDefinition): TopicUser {
  const { sources, channel = 'integration' } = definition.consumes;
  return {
    name: definition.name,
    publishes: publishedLogs(definition),
    consumes: { sources, channel },
  };
}
