import type { Channel } from '../message.ts';
import { maxRecordBytes } from './kafka-record.ts';
import { groupName, topicName } from './topic-name.ts';

/** What a service sends and takes, as far as topics are concerned. */
export interface TopicUser {
  readonly name: string;
  /** Logs it publishes, with their channels. */
  readonly publishes: readonly { readonly source: string; readonly channels: readonly Channel[] }[];
  readonly consumes: { readonly sources: readonly string[]; readonly channel: Channel };
}

/** How topics are to be made. */
export interface TopicLayout {
  readonly prefix: string;
  /** Partitions of integration and public topics; a journal has one, so that one order holds. */
  readonly partitions: number;
  /** Copies of each partition. */
  readonly replication: number;
  /** Days that public messages are kept; absent: for ever, as the other two always are. */
  readonly publicRetentionDays?: number;
}

/** A topic as it should be. */
export interface PlannedTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replication: number;
  readonly configs: Readonly<Record<string, string>>;
}

/** One thing a principal may do. */
export interface PlannedAccess {
  readonly principal: string;
  readonly resource: 'topic' | 'group';
  readonly name: string;
  readonly pattern: 'literal' | 'prefixed';
  readonly operation: 'read' | 'write';
}

/** Topics and access rules of a platform. */
export interface TopicPlan {
  readonly topics: readonly PlannedTopic[];
  readonly access: readonly PlannedAccess[];
}

/** Principal of analytics consumers; their groups begin with this name and a full stop. */
export const analyticsPrincipal = 'analytics';

const dayMilliseconds = 86_400_000;

/** The plan for some services. Pure. */
export function planTopics(users: readonly TopicUser[], layout: TopicLayout): TopicPlan {
  const published = users.flatMap(({ publishes }) => publishes);
  return {
    topics: published.flatMap(({ source, channels }) =>
      channels.map((channel) => plannedTopic(source, channel, layout)),
    ),
    access: [...users.flatMap((user) => accessOf(user, layout)), ...analyticsAccess(published, layout)],
  };
}

function plannedTopic(source: string, channel: Channel, layout: TopicLayout): PlannedTopic {
  const { prefix, replication, publicRetentionDays } = layout;
  const kept = channel === 'public' && publicRetentionDays !== undefined;
  return {
    name: topicName(prefix, source, channel),
    partitions: channel === 'journal' ? 1 : layout.partitions,
    replication,
    configs: {
      'cleanup.policy': 'delete',
      'retention.ms': kept ? String(publicRetentionDays * dayMilliseconds) : '-1',
      'retention.bytes': '-1',
      'max.message.bytes': String(maxRecordBytes),
      // An acknowledged message is on more than one broker wherever there is more than one.
      'min.insync.replicas': String(Math.max(1, replication - 1)),
    },
  };
}

/** A service writes its own topics only, and reads those it consumes and the ends of its own journals. */
function accessOf(
  { name, publishes, consumes }: TopicUser,
  { prefix }: TopicLayout,
): readonly PlannedAccess[] {
  const principal = `User:${name}`;
  const topics = publishes.flatMap(({ source, channels }) =>
    channels.map((channel) => ({ channel, topic: topicName(prefix, source, channel) })),
  );
  const literal = { principal, resource: 'topic', pattern: 'literal' } as const;
  const consumed = consumes.sources.map((source) => topicName(prefix, source, consumes.channel));
  const readable = new Set([
    ...consumed,
    ...topics.filter(({ channel }) => channel === 'journal').map(({ topic }) => topic),
  ]);
  const group = { principal, resource: 'group' } as const;
  return [
    ...topics.map(({ topic }): PlannedAccess => ({ ...literal, name: topic, operation: 'write' })),
    ...[...readable].map((topic): PlannedAccess => ({ ...literal, name: topic, operation: 'read' })),
    { ...group, name: groupName(prefix, name), pattern: 'literal', operation: 'read' },
  ];
}

function analyticsAccess(
  published: TopicUser['publishes'],
  { prefix }: TopicLayout,
): readonly PlannedAccess[] {
  const principal = `User:${analyticsPrincipal}`;
  const open = published.filter(({ channels }) => channels.includes('public'));
  return [
    ...open.map(
      ({ source }): PlannedAccess => ({
        principal,
        resource: 'topic',
        name: topicName(prefix, source, 'public'),
        pattern: 'literal',
        operation: 'read',
      }),
    ),
    { principal, resource: 'group', name: `${analyticsPrincipal}.`, pattern: 'prefixed', operation: 'read' },
  ];
}
