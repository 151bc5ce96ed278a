import { defaultLayout, platformTopics } from '@iic/local';
import type { PlannedAccess, PlannedTopic, TopicPlan } from '@iic/messaging/kafka';
import { code, codes, type Documents, page, table } from './markdown.ts';

const dayMilliseconds = 86_400_000;

/** Told for each topic by itself; all other settings are the same for all. */
const retention = 'retention.ms';

/** Principals that may do something to a topic, as users. */
function usersOf({ access }: TopicPlan, topic: string, wanted: PlannedAccess['operation']): string {
  return codes(
    access
      .filter(
        ({ resource, name, operation }) => resource === 'topic' && name === topic && operation === wanted,
      )
      .map(({ principal }) => principal.replace('User:', '')),
  );
}

function kept({ configs }: PlannedTopic): string {
  const milliseconds = configs[retention];
  return milliseconds === '-1' ? 'for ever' : `${Number(milliseconds) / dayMilliseconds} days`;
}

/** Names of topics that an option changes, found by planning with and without it. */
function changedBy(
  option: Partial<Parameters<typeof platformTopics>[0]>,
  plan: TopicPlan,
): ReadonlySet<string> {
  const { topics } = platformTopics({ ...defaultLayout, ...option });
  return new Set(
    topics
      .filter((topic, index) => JSON.stringify(topic) !== JSON.stringify(plan.topics[index]))
      .map(({ name }) => name),
  );
}

function topicTable(plan: TopicPlan): string {
  const byPartitions = changedBy({ partitions: defaultLayout.partitions + 1 }, plan);
  const byRetention = changedBy({ publicRetentionDays: 1 }, plan);
  const rows = plan.topics.map((topic) => [
    code(topic.name),
    usersOf(plan, topic.name, 'write'),
    usersOf(plan, topic.name, 'read'),
    `${topic.partitions}${byPartitions.has(topic.name) ? '' : ', always'}`,
    `${kept(topic)}${byRetention.has(topic.name) ? ', or `--public-retention-days`' : ''}`,
  ]);
  return table(['Topic', 'Written by', 'Read by', 'Partitions', 'Kept'], rows);
}

/** Settings that all topics have alike. */
function commonSettings({ topics }: TopicPlan): string {
  const settings = topics.flatMap(({ configs }) => Object.entries(configs));
  const common = new Map(settings.filter(([name]) => name !== retention));
  const uneven = settings.filter(([name, value]) => common.has(name) && common.get(name) !== value);
  if (uneven.length > 0) throw new Error(`Topics differ in ${uneven.map(([name]) => name).join(', ')}.`);
  return table(
    ['Setting', 'Value'],
    [...common].map(([name, value]) => [code(name), value]),
  );
}

function groupTable({ access }: TopicPlan): string {
  const rows = access
    .filter(({ resource }) => resource === 'group')
    .map(({ principal, name, pattern }) => [
      code(principal.replace('User:', '')),
      `${code(name)}${pattern === 'prefixed' ? ' and whatever begins with it' : ''}`,
    ]);
  return table(['User', 'Consumer group'], rows);
}

/** The topics reference: what `npm run topics` plans for all services. */
export function topicDocuments(): Documents {
  const plan = platformTopics(defaultLayout);
  const text = page(
    'Topics',
    `What \`npm run topics -- plan\` plans for all services, and \`npm run topics -- apply\` makes: see [run on Kafka](../how-to/run-on-kafka.md). Names begin with \`IIC_KAFKA_PREFIX\`, here \`${defaultLayout.prefix}\`. Without options each topic has ${defaultLayout.replication} copies; \`--partitions\` and \`--replication\` say otherwise. What travels on a topic: [channels](asyncapi.md).`,
    topicTable(plan),
    'A service reads its own journals to find where it goes on publishing.',
    '## Settings of every topic',
    commonSettings(plan),
    '## Access rules',
    `Granted by \`--access\` to users of these names, ${plan.access.length} rules in all: the right to write or to read the topics as the first table says, and to read in these groups. It grants nothing else.`,
    groupTable(plan),
  );
  return { 'topics.md': text };
}
