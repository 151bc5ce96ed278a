import type { Channel } from '../message.ts';

/** Begins every topic's and group's name; another one keeps two platforms on one broker apart. */
export const defaultPrefix = 'iic';

/** Topic of a service's channel. */
export function topicName(prefix: string, service: string, channel: Channel): string {
  return `${prefix}.${service}.${channel}`;
}

/** Consumer group of a service. */
export function groupName(prefix: string, group: string): string {
  return `${prefix}.${group}`;
}
