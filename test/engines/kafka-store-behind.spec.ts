/** A whole platform whose data folder was put back to an earlier state, while the broker knows more. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyTopics, kafkaClient, planTopics } from '@iic/messaging/kafka';
import { usccCheckCharacter } from '@iic/reference-data';
import { topicUser } from '@iic/service-kit';
import { allServices } from '@iic/standalone';
import { castOf } from '../e2e/cases.ts';
import { WholePlatform } from '../platform/whole-platform.ts';
import { eventually } from './eventually.ts';
import { describeWithEngine } from './index.ts';

await describeWithEngine('kafka', 'a platform that is behind its broker', ({ address }) => {
  const folder = mkdtempSync(join(tmpdir(), 'iic-behind-'));
  const [data, earlier] = [join(folder, 'data'), join(folder, 'earlier')];
  const prefix = `behind-${process.pid}-${Date.now().toString(36)}`;
  let entered = 0;
  const settings = { IIC_KAFKA_BROKERS: address, IIC_KAFKA_PREFIX: prefix };

  /** Runs the platform over the data folder until every log is published. */
  async function run(
    environment: Readonly<Record<string, string>>,
    act: (platform: WholePlatform) => Promise<void>,
  ): Promise<void> {
    const platform = await WholePlatform.start(data, { ...settings, ...environment });
    try {
      await act(platform);
      expect(await eventually(() => isPublished(platform))).toBe(true);
    } finally {
      await platform.stop();
    }
  }

  async function isPublished(platform: WholePlatform): Promise<boolean> {
    const { events } = await platform.heads();
    return platform.services.every(({ runtime, outlets }) => {
      const own = outlets().find(({ source }) => source === runtime.name);
      return own?.published === events[runtime.name];
    });
  }

  async function enter({ client }: WholePlatform): Promise<void> {
    entered += 1;
    const code = `9122010000000077${entered}`;
    const entry = {
      name: `示例单位${entered}`,
      uscc: `${code}${usccCheckCharacter(code)}`,
      kind: 'enterprise',
    };
    const as = castOf('behind').handler;
    const body = { ...entry, area: '220100' };
    const answer = await client.post('/intake/organisations', { as, body, key: `enter-${entered}` });
    expect(answer).toMatchObject({ status: 201 });
  }

  beforeAll(async () => {
    const client = kafkaClient({ brokers: address.split(','), clientId: prefix });
    const layout = { prefix, partitions: 1, replication: 1 };
    await applyTopics(client, planTopics(allServices.map(topicUser), layout), false);
    await run({}, enter);
    cpSync(data, earlier, { recursive: true });
    await run({}, enter);
    rmSync(data, { recursive: true });
    cpSync(earlier, data, { recursive: true });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('does not start, and says what the broker has seen', async () => {
    await expect(run({}, enter)).rejects.toMatchObject({
      code: 'store-behind',
      message: expect.stringMatching(/store of intake ends at 2, but the broker has seen 4/),
    });
  });

  it('starts in a recovery, records it, and publishes what comes', async () => {
    await run({ IIC_RECOVER: 'the disk was lost' }, async (platform) => {
      await enter(platform);
      const intake = platform.services.find(({ runtime }) => runtime.name === 'intake');
      const records = (await intake?.runtime.security.store.readAll(0, 1_000)) ?? [];
      expect(records.map(({ envelope }) => envelope)).toContainEqual(
        expect.objectContaining({
          type: 'StoreRecovered',
          data: expect.objectContaining({ store: 'intake', head: 2, reason: 'the disk was lost' }),
        }),
      );
    });
    await run({}, enter);
  });
});
