import { setTimeout } from 'node:timers/promises';
import kafkajs, { type AclEntry, type Admin, type Kafka } from 'kafkajs';
import { explained, KafkaUnusable } from './kafka-client.ts';
import type { PlannedAccess, PlannedTopic, TopicPlan } from './topic-plan.ts';

// The library's CommonJS file does not name these exports to Node.
const {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ConfigResourceTypes,
  ConfigSource,
  KafkaJSProtocolError,
  ResourcePatternTypes,
} = kafkajs;

/** How long a broker may take to show what its controller accepted. */
const showingLimit = 30_000;
const lookEvery = 100;

/** What differs between a plan and a broker; `refused` differences are for people to decide. */
export interface TopicChange {
  readonly topic: string;
  readonly kind: 'create' | 'add partitions' | 'configure' | 'refused';
  readonly text: string;
}

/** Compares a plan with a broker. Rejects with {@link KafkaUnusable}. */
export function compareTopics(kafka: Kafka, plan: TopicPlan): Promise<readonly TopicChange[]> {
  return withAdmin(kafka, async (admin) => (await differences(admin, plan)).map(({ change }) => change));
}

/**
 * Makes the broker agree with a plan, as far as that takes nothing away: partitions are added, never removed,
 * since a case's messages would change places. Resolves with what was done and what was refused, once the broker
 * shows it: services may start then. Rejects with {@link KafkaUnusable}.
 *
 * @param withAccess also grants the plan's access rules; the broker must have an authorizer
 */
export function applyTopics(
  kafka: Kafka,
  plan: TopicPlan,
  withAccess: boolean,
): Promise<readonly TopicChange[]> {
  return withAdmin(kafka, async (admin) => {
    const found = await differences(admin, plan);
    for (const { apply } of found) await apply();
    if (withAccess) await admin.createAcls({ acl: plan.access.map(entryOf) });
    if (found.length > 0) await shown(admin, plan);
    return found.map(({ change }) => change);
  });
}

interface Difference {
  readonly change: TopicChange;
  apply(): Promise<unknown>;
}

async function differences(admin: Admin, { topics }: TopicPlan): Promise<readonly Difference[]> {
  await checkReplication(admin, topics);
  const existing = new Set(await admin.listTopics());
  const found: Difference[] = [];
  for (const topic of topics) {
    if (!existing.has(topic.name)) found.push(creation(admin, topic));
    else found.push(...(await partitionChange(admin, topic)), ...(await configChange(admin, topic)));
  }
  return found;
}

async function shown(admin: Admin, plan: TopicPlan): Promise<void> {
  const deadline = performance.now() + showingLimit;
  for (;;) {
    const left = await outstanding(admin, plan);
    if (left.length === 0) return;
    if (performance.now() > deadline) {
      throw new KafkaUnusable(
        `Kafka accepted the changes, but does not show them yet: ${left.join(', ')}. See \`npm run topics -- plan\`.`,
        true,
      );
    }
    await setTimeout(lookEvery);
  }
}

/** The topics that are not yet as planned, of those that may become so. */
async function outstanding(admin: Admin, plan: TopicPlan): Promise<readonly string[]> {
  try {
    const changes = (await differences(admin, plan)).map(({ change }) => change);
    return changes.filter(({ kind }) => kind !== 'refused').map(({ topic }) => topic);
  } catch (error) {
    if (isStillSpreading(error)) return plan.topics.map(({ name }) => name);
    throw error;
  }
}

/** The client may have tried several times itself, and then wraps what the broker said. */
function isStillSpreading(error: unknown): boolean {
  if (!(error instanceof KafkaJSProtocolError)) {
    return error instanceof Error && error.cause !== undefined && isStillSpreading(error.cause);
  }
  return error.type === 'UNKNOWN_TOPIC_OR_PARTITION' || error.type === 'LEADER_NOT_AVAILABLE';
}

async function checkReplication(admin: Admin, topics: readonly PlannedTopic[]): Promise<void> {
  const { brokers } = await admin.describeCluster();
  const wanted = Math.max(...topics.map(({ replication }) => replication));
  if (brokers.length >= wanted) return;
  throw new KafkaUnusable(
    `${wanted} copies of each topic need ${wanted} brokers; there ${brokers.length === 1 ? 'is one' : `are ${brokers.length}`}. Add brokers, or say --replication ${brokers.length}.`,
    false,
  );
}

function creation(admin: Admin, { name, partitions, replication, configs }: PlannedTopic): Difference {
  return {
    change: {
      topic: name,
      kind: 'create',
      text: `${partitions} partition(s), ${replication} cop(ies), ${texts(configs)}`,
    },
    apply: () =>
      admin.createTopics({
        // The client fails where a broker has not heard of the topic yet; what is shown at the end is waited for.
        waitForLeaders: false,
        topics: [
          {
            topic: name,
            numPartitions: partitions,
            replicationFactor: replication,
            configEntries: entries(configs),
          },
        ],
      }),
  };
}

async function partitionChange(admin: Admin, { name, partitions }: PlannedTopic): Promise<Difference[]> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [name] });
  const count = topics[0]?.partitions.length ?? 0;
  if (count === partitions) return [];
  if (count > partitions) {
    const text = `has ${count} partitions; Kafka cannot take ${count - partitions} away`;
    return [{ change: { topic: name, kind: 'refused', text }, apply: async () => undefined }];
  }
  return [
    {
      change: {
        topic: name,
        kind: 'add partitions',
        text: `from ${count} to ${partitions}; cases may change their partition, so stop the services first`,
      },
      apply: () => admin.createPartitions({ topicPartitions: [{ topic: name, count: partitions }] }),
    },
  ];
}

/** Sets what the plan says; whatever else somebody set on the topic stays. */
async function configChange(admin: Admin, { name, configs }: PlannedTopic): Promise<Difference[]> {
  const resource = { type: ConfigResourceTypes.TOPIC, name };
  const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [resource] });
  const found = resources[0]?.configEntries ?? [];
  const present = new Map(found.map(({ configName, configValue }) => [configName, configValue]));
  const wrong = Object.entries(configs).filter(([key, value]) => present.get(key) !== value);
  if (wrong.length === 0) return [];
  const others = found
    .filter(
      ({ configSource, configName }) =>
        configSource === ConfigSource.TOPIC_CONFIG && !(configName in configs),
    )
    .map(({ configName, configValue }) => ({ name: configName, value: configValue }));
  return [
    {
      change: { topic: name, kind: 'configure', text: texts(Object.fromEntries(wrong)) },
      apply: () =>
        admin.alterConfigs({
          validateOnly: false,
          // Kafka takes the whole list: what is not in it goes back to its default.
          resources: [{ ...resource, configEntries: [...entries(configs), ...others] }],
        }),
    },
  ];
}

function entries(configs: PlannedTopic['configs']) {
  return Object.entries(configs).map(([name, value]) => ({ name, value }));
}

function texts(configs: PlannedTopic['configs']): string {
  return Object.entries(configs)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

const operations: Readonly<Record<PlannedAccess['operation'], AclEntry['operation']>> = {
  read: AclOperationTypes.READ,
  write: AclOperationTypes.WRITE,
};

function entryOf({ principal, resource, name, pattern, operation }: PlannedAccess): AclEntry {
  return {
    principal,
    host: '*',
    resourceType: resource === 'topic' ? AclResourceTypes.TOPIC : AclResourceTypes.GROUP,
    resourceName: name,
    resourcePatternType: pattern === 'literal' ? ResourcePatternTypes.LITERAL : ResourcePatternTypes.PREFIXED,
    operation: operations[operation],
    permissionType: AclPermissionTypes.ALLOW,
  };
}

async function withAdmin<T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await work(admin);
  } catch (error) {
    throw explained(error);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
