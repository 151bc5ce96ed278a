/** What the access rules of `npm run topics -- apply --access` let a service and an analyst do on a real broker. */
import { applyTopics, kafkaClient, planTopics, type TopicUser } from '@iic/messaging/kafka';
import kafkajs, { type Admin, type Kafka, Partitioners } from 'kafkajs';
import { asUser } from './as-user.ts';
import { describeWithEngine } from './index.ts';
import { itOnListener } from './listener.ts';

// The library's CommonJS file does not name these exports to Node.
const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

const users: readonly TopicUser[] = [
  {
    name: 'intake',
    publishes: [{ source: 'intake', channels: ['journal', 'integration', 'public'] }],
    consumes: { sources: ['evaluation'], channel: 'integration' },
  },
  {
    name: 'evaluation',
    publishes: [{ source: 'evaluation', channels: ['journal', 'integration'] }],
    consumes: { sources: ['intake'], channel: 'integration' },
  },
];

await describeWithEngine('kafka', 'access rules of a plan', ({ address, details }) => {
  const prefix = `access-${process.pid}-${Date.now().toString(36)}`;
  const plan = planTopics(users, { prefix, partitions: 1, replication: 1 });
  const kafka = kafkaClient({ brokers: address.split(','), clientId: 'test' });
  const withPasswords = itOnListener(details['sasl'], 'listener with passwords');
  let admin: Admin;

  beforeAll(async () => {
    admin = kafka.admin();
    await admin.connect();
    if (details['sasl'] !== undefined) await applyTopics(kafka, plan, true);
  });

  afterAll(() => admin.disconnect());

  async function write(client: Kafka, topic: string): Promise<void> {
    const producer = client.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    try {
      await producer.connect();
      await producer.send({ topic, messages: [{ key: 'a-1', value: '{}' }] });
    } finally {
      await producer.disconnect();
    }
  }

  /** The first record of a topic. */
  async function read(client: Kafka, topic: string, groupId: string): Promise<string | undefined> {
    const consumer = client.consumer({ groupId });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      return await new Promise((resolve, reject) => {
        consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
        consumer
          .run({ eachMessage: async ({ message }) => resolve(message.value?.toString()) })
          .catch(reject);
      });
    } finally {
      await consumer.disconnect();
    }
  }

  async function seenBy(client: Kafka): Promise<readonly string[]> {
    const own = client.admin();
    try {
      await own.connect();
      return (await own.listTopics()).filter((topic) => topic.startsWith(prefix)).toSorted();
    } finally {
      await own.disconnect();
    }
  }

  async function granted(): Promise<number> {
    const { resources } = await admin.describeAcls({
      resourceType: AclResourceTypes.ANY,
      resourcePatternType: ResourcePatternTypes.ANY,
      operation: AclOperationTypes.ANY,
      permissionType: AclPermissionTypes.ANY,
    });
    return resources.filter(({ resourceName }) => resourceName.startsWith(prefix)).flatMap(({ acls }) => acls)
      .length;
  }

  withPasswords('let a service write its own topics, and refuse it those of another', async (listener) => {
    const intake = asUser(listener, 'intake');
    for (const channel of ['journal', 'integration', 'public']) {
      await write(intake, `${prefix}.intake.${channel}`);
    }
    await expect(write(intake, `${prefix}.evaluation.integration`)).rejects.toThrow(/authoriz/i);
    // Of a topic it may neither write nor read it does not even learn that it exists.
    await expect(write(intake, `${prefix}.evaluation.journal`)).rejects.toThrow();
    expect(await seenBy(intake)).not.toContain(`${prefix}.evaluation.journal`);
  });

  withPasswords(
    'let analytics read what is public, in its own groups, and see nothing else',
    async (listener) => {
      const analytics = asUser(listener, 'analytics');
      const open = `${prefix}.intake.public`;
      await write(kafka, open);
      expect(await seenBy(analytics)).toEqual([open]);
      expect(await read(analytics, open, `analytics.${prefix}`)).toBe('{}');
      await expect(read(analytics, open, `${prefix}.intake`)).rejects.toThrow(/group/i);
      await expect(read(analytics, `${prefix}.intake.integration`, `analytics.${prefix}`)).rejects.toThrow();
      await expect(write(analytics, open)).rejects.toThrow(/authoriz/i);
    },
  );

  withPasswords('are there once, however often they are granted', async () => {
    const before = await granted();
    expect(before).toBeGreaterThan(0);
    expect(await applyTopics(kafka, plan, true)).toEqual([]);
    expect(await granted()).toBe(before);
  });
});
