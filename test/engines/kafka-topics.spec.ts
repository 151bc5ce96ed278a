/** What `npm run topics` does on a real broker. */
import { applyTopics, compareTopics, kafkaClient, planTopics, type TopicLayout } from '@iic/messaging/kafka';
import kafkajs, { type Admin } from 'kafkajs';
import { eventually } from './eventually.ts';
import { describeWithEngine } from './index.ts';

// The library's CommonJS file does not name this export to Node.
const { ConfigResourceTypes } = kafkajs;

const users = [
  {
    name: 'alpha',
    publishes: [{ source: 'alpha', channels: ['journal', 'public'] }],
    consumes: { sources: [], channel: 'integration' },
  },
] as const;
let made = 0;

await describeWithEngine('kafka', 'topics of a plan', ({ address }) => {
  const kafka = kafkaClient({ brokers: address.split(','), clientId: 'test' });
  let admin: Admin;
  let prefix: string;
  let journal: string;
  let open: string;

  beforeAll(async () => {
    admin = kafka.admin();
    await admin.connect();
  });

  afterAll(() => admin.disconnect());

  beforeEach(() => {
    made += 1;
    prefix = `topics-${process.pid}-${Date.now().toString(36)}-${made}`;
    journal = `${prefix}.alpha.journal`;
    open = `${prefix}.alpha.public`;
  });

  afterEach(async () => {
    const topics = await ownTopics();
    if (topics.length > 0) await admin.deleteTopics({ topics: [...topics] });
  });

  const planned = (layout: Partial<TopicLayout> = {}) =>
    planTopics(users, { prefix, partitions: 3, replication: 1, ...layout });

  async function ownTopics(): Promise<readonly string[]> {
    return (await admin.listTopics()).filter((topic) => topic.startsWith(prefix)).toSorted();
  }

  async function partitionsOf(topic: string) {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    return topics[0]?.partitions ?? [];
  }

  /** Every change is heard by the broker a moment later than it is made. */
  function hasPartitions(topic: string, count: number): Promise<boolean> {
    return eventually(async () => (await partitionsOf(topic)).length === count);
  }

  async function configOf(topic: string): Promise<Readonly<Record<string, string>>> {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: ConfigResourceTypes.TOPIC, name: topic }],
    });
    const entries = resources[0]?.configEntries ?? [];
    return Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]));
  }

  function configure(topic: string, configs: Readonly<Record<string, string>>): Promise<unknown> {
    const configEntries = Object.entries(configs).map(([name, value]) => ({ name, value }));
    return admin.alterConfigs({
      validateOnly: false,
      resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configEntries }],
    });
  }

  it('are shown before they are made, and nothing is made by that', async () => {
    const changes = await compareTopics(kafka, planned());
    expect(changes.map(({ topic, kind }) => [topic, kind])).toEqual([
      [journal, 'create'],
      [open, 'create'],
    ]);
    expect(changes[1]?.text).toMatch(/3 partition.*1 cop.*retention\.ms=-1/);
    expect(await ownTopics()).toEqual([]);
  });

  it('are made as planned: partitions, copies, retention, size of a message', async () => {
    const plan = planned({ publicRetentionDays: 30 });
    await applyTopics(kafka, plan, false);
    expect(await hasPartitions(journal, 1)).toBe(true);
    expect(await hasPartitions(open, 3)).toBe(true);
    for (const { name, configs } of plan.topics) {
      expect((await partitionsOf(name)).map(({ replicas }) => replicas.length)).not.toContain(0);
      expect(await configOf(name)).toMatchObject(configs);
    }
    expect(await configOf(open)).toMatchObject({ 'retention.ms': '2592000000' });
    expect(await configOf(journal)).toMatchObject({ 'retention.ms': '-1' });
  });

  it('are there for a service as soon as they are applied, however busy the broker is', async () => {
    const plans = Array.from({ length: 12 }, (_, index) =>
      planTopics(users, { prefix: `${prefix}-${index}`, partitions: 3, replication: 1 }),
    );
    await Promise.all(
      plans.map(async (plan) => {
        await applyTopics(kafka, plan, false);
        for (const { name, partitions } of plan.topics) {
          expect([name, (await partitionsOf(name)).length]).toEqual([name, partitions]);
        }
      }),
    );
  });

  it('need nothing when they are applied again', async () => {
    expect(await applyTopics(kafka, planned(), false)).toHaveLength(2);
    expect(await hasPartitions(open, 3)).toBe(true);
    expect(await applyTopics(kafka, planned(), false)).toEqual([]);
    expect(await compareTopics(kafka, planned())).toEqual([]);
  });

  it('are made where one is missing, and the other stays as it is', async () => {
    await applyTopics(kafka, planned(), false);
    await admin.deleteTopics({ topics: [open] });
    expect(await eventually(async () => (await ownTopics()).length === 1)).toBe(true);
    const changes = await applyTopics(kafka, planned(), false);
    expect(changes).toMatchObject([{ topic: open, kind: 'create' }]);
    expect(await hasPartitions(open, 3)).toBe(true);
  });

  it('get more partitions when the plan has more, with a word on what that means; a journal never does', async () => {
    await applyTopics(kafka, planned(), false);
    expect(await hasPartitions(open, 3)).toBe(true);
    const changes = await applyTopics(kafka, planned({ partitions: 5 }), false);
    expect(changes).toEqual([
      { topic: open, kind: 'add partitions', text: expect.stringMatching(/from 3 to 5.*stop the services/) },
    ]);
    expect(await hasPartitions(open, 5)).toBe(true);
    expect(await hasPartitions(journal, 1)).toBe(true);
  });

  it('lose no partition: that is refused, while the rest of the plan is applied', async () => {
    await applyTopics(kafka, planned(), false);
    expect(await hasPartitions(open, 3)).toBe(true);
    const changes = await applyTopics(kafka, planned({ partitions: 2, publicRetentionDays: 1 }), false);
    expect(changes).toMatchObject([
      { topic: open, kind: 'refused', text: expect.stringMatching(/has 3 partitions.*cannot take 1 away/) },
      { topic: open, kind: 'configure', text: 'retention.ms=86400000' },
    ]);
    expect((await partitionsOf(open)).length).toBe(3);
    expect(await configOf(open)).toMatchObject({ 'retention.ms': '86400000' });
  });

  it('are set back where somebody let a journal expire, and keep what the plan says nothing of', async () => {
    await applyTopics(kafka, planned(), false);
    await configure(journal, { 'retention.ms': '1000', 'compression.type': 'zstd' });
    const expires = async () => (await configOf(journal))['retention.ms'] === '1000';
    expect(await eventually(expires)).toBe(true);
    const changes = await applyTopics(kafka, planned(), false);
    expect(changes).toMatchObject([{ topic: journal, kind: 'configure' }]);
    expect(changes[0]?.text).toContain('retention.ms=-1');
    expect(await eventually(async () => !(await expires()))).toBe(true);
    expect(await configOf(journal)).toMatchObject({ 'retention.ms': '-1', 'compression.type': 'zstd' });
  });

  it('are not made with more copies than there are brokers, and the message says what to do', async () => {
    const { brokers } = await admin.describeCluster();
    const tooMany = planned({ replication: brokers.length + 1 });
    await expect(applyTopics(kafka, tooMany, false)).rejects.toMatchObject({
      code: 'kafka-unusable',
      message: expect.stringMatching(new RegExp(`Add brokers, or say --replication ${brokers.length}`)),
    });
    expect(await ownTopics()).toEqual([]);
  });
});
