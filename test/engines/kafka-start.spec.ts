/** What a service is told when it starts with a broker it cannot use. */
import type { EventTransport } from '@iic/messaging';
import { applyTopics, KafkaTransport, kafkaClient, planTopics } from '@iic/messaging/kafka';
import { listen, TestGroup } from '@iic/messaging/testing';
import { Logger } from '@nestjs/common';
import type { Kafka } from 'kafkajs';
import { asUser } from './as-user.ts';
import { describeWithEngine } from './index.ts';
import { KafkaPlatform } from './kafka-platform.ts';
import { itOnListener } from './listener.ts';

Logger.overrideLogger(false);

await describeWithEngine('kafka', 'starting with Kafka', ({ address, details }) => {
  let platform: KafkaPlatform;
  const transports: EventTransport[] = [];

  beforeAll(async () => {
    platform = await KafkaPlatform.open(address, ['alpha'], 1);
  });

  afterAll(async () => {
    await Promise.all(transports.map((transport) => transport.close()));
    await platform.close();
  });

  function start(kafka: Kafka, sources = ['alpha']): Promise<void> {
    const group = new TestGroup();
    const transport = new KafkaTransport({ ...group.options({ sources }), kafka, prefix: platform.prefix });
    transports.push(transport);
    return listen(transport);
  }

  it('names the setting when nobody answers', async () => {
    const kafka = kafkaClient({ brokers: ['127.0.0.1:9'], clientId: 'test' });
    await expect(start(kafka)).rejects.toMatchObject({
      code: 'kafka-unusable',
      message: expect.stringMatching(/does not answer .*Check IIC_KAFKA_BROKERS/),
    });
  });

  it('names the missing topics and the command that makes them', async () => {
    await expect(start(platform.kafka, ['alpha', 'beta'])).rejects.toMatchObject({
      code: 'kafka-unusable',
      message: expect.stringMatching(
        new RegExp(`no topic ${platform.prefix}.beta.integration.*npm run topics -- apply`),
      ),
    });
  });

  const withPasswords = itOnListener(details['sasl'], 'listener with passwords');

  withPasswords('names the settings when the password is wrong', async (listener) => {
    await expect(start(asUser(listener, 'intake', 'guessed'))).rejects.toMatchObject({
      code: 'kafka-unusable',
      message: expect.stringMatching(/refuses the credentials.*IIC_KAFKA_PASSWORD_FILE/),
    });
  });

  withPasswords('says that rights are missing, and starts once they are granted', async (listener) => {
    const intake = asUser(listener, 'intake');
    await expect(start(intake)).rejects.toMatchObject({
      message: expect.stringMatching(/may not see it.*npm run topics -- apply/),
    });
    const plan = planTopics(
      [
        {
          name: 'intake',
          publishes: [{ source: 'alpha', channels: ['journal', 'integration', 'public'] }],
          consumes: { sources: ['alpha'], channel: 'integration' },
        },
      ],
      { prefix: platform.prefix, partitions: 1, replication: 1 },
    );
    await applyTopics(platform.kafka, plan, true);
    await start(intake);
    await expect(start(asUser(listener, 'analytics'))).rejects.toMatchObject({ code: 'kafka-unusable' });
  });
});
