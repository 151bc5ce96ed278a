/** Services that reach their broker over TLS and prove by a password who they are, as on brokers of a province. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformTopics } from '@iic/local';
import { applyTopics, KafkaTransport, kafkaClient, planTopics } from '@iic/messaging/kafka';
import { handle, listen, TestGroup, TestSource } from '@iic/messaging/testing';
import { readEngineSettings } from '@iic/service-kit';
import { Logger } from '@nestjs/common';
import { eventually } from './eventually.ts';
import { describeWithEngine, saslUsers } from './index.ts';
import { selfSigned } from './kafka/certificate.ts';
import { KafkaPlatform } from './kafka-platform.ts';
import { itOnListener } from './listener.ts';
import { noteOnce } from './note-once.ts';
import { runService } from './service-run.ts';

Logger.overrideLogger(false);

const guessed = 'guessed-secret';

await describeWithEngine('kafka', 'Kafka over TLS', ({ address, details }) => {
  const folder = mkdtempSync(join(tmpdir(), 'iic-encrypted-'));
  const right = join(folder, 'right-password');
  const wrong = join(folder, 'wrong-password');
  const encrypted = itOnListener(details['tls'], 'listener with TLS');
  let platform: KafkaPlatform;

  beforeAll(async () => {
    platform = await KafkaPlatform.open(address, ['alpha'], 1);
    writeFileSync(right, `${saslUsers.intake}\n`);
    writeFileSync(wrong, `${guessed}\n`);
  });

  afterAll(async () => {
    await platform.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What an operator sets for the service intake. */
  const environment = (listener: string, changes: Readonly<Record<string, string>> = {}) => ({
    IIC_DATA: folder,
    IIC_KAFKA_BROKERS: listener,
    IIC_KAFKA_PREFIX: platform.prefix,
    IIC_KAFKA_CA_FILE: details['authority'] ?? '',
    IIC_KAFKA_SASL_MECHANISM: 'scram-sha-512',
    IIC_KAFKA_USERNAME: 'intake',
    IIC_KAFKA_PASSWORD_FILE: right,
    ...changes,
  });

  function clientOf(settings: Readonly<Record<string, string>>) {
    const { kafka } = readEngineSettings(settings);
    if (kafka === undefined) throw new Error('No broker was set.');
    return kafkaClient({ ...kafka, clientId: 'test' });
  }

  for (const mechanism of ['plain', 'scram-sha-256', 'scram-sha-512']) {
    encrypted(`carries messages of a user who proves itself by ${mechanism}`, async (listener) => {
      const own = await KafkaPlatform.open(address, ['alpha', 'beta'], 1);
      const user = {
        name: 'intake',
        publishes: [{ source: 'alpha', channels: ['journal', 'integration', 'public'] }],
        consumes: { sources: ['alpha', 'beta'], channel: 'integration' },
      } as const;
      const layout = { prefix: own.prefix, partitions: 1, replication: 1 };
      await applyTopics(own.kafka, planTopics([user], layout), true);
      const kafka = clientOf(environment(listener, { IIC_KAFKA_SASL_MECHANISM: mechanism }));
      const alpha = new TestSource('alpha');
      const group = new TestGroup('intake');
      const transport = new KafkaTransport({ ...group.options(), kafka, prefix: own.prefix });
      handle(transport, noteOnce(group));
      own.publish(alpha.relay, { kafka });
      await listen(transport);
      await alpha.record('AlphaNoted', 'a-1', { text: 'noted' });
      expect(await eventually(() => group.effects().length === 1)).toBe(true);
      await transport.close();
      await own.close();
      await alpha.relay.close();
    });
  }

  encrypted('lets a service start with the right settings', async (listener) => {
    const plan = platformTopics({ prefix: platform.prefix, partitions: 1, replication: 1 });
    await applyTopics(platform.kafka, plan, true);
    const { code, said } = await runService('intake', environment(listener));
    expect(said).toMatch(/^ready http/m);
    expect(code).toBe(0);
    expect(said).not.toContain(saslUsers.intake);
  });

  async function expectRefusal(changes: Readonly<Record<string, string>>, message: RegExp, listener: string) {
    const { code, said } = await runService('intake', environment(listener, changes));
    expect(said).toMatch(message);
    expect(said).not.toMatch(/^ready /m);
    for (const secret of [saslUsers.intake, guessed]) expect(said).not.toContain(secret);
    expect(code).toBe(1);
  }

  encrypted('refuses a service with the wrong password, and names the setting', (listener) =>
    expectRefusal(
      { IIC_KAFKA_PASSWORD_FILE: wrong },
      /^cannot start: .*credentials.*IIC_KAFKA_PASSWORD_FILE/m,
      listener,
    ),
  );

  encrypted(
    'is refused by a service that knows another authority, and the setting is named',
    async (listener) => {
      const { authority } = await selfSigned(folder);
      await expectRefusal(
        { IIC_KAFKA_CA_FILE: authority },
        /^cannot start: .*certificate is not trusted.*IIC_KAFKA_CA_FILE/m,
        listener,
      );
    },
  );

  const mistaken: Readonly<
    Record<string, { readonly changes: Readonly<Record<string, string>>; readonly message: RegExp }>
  > = {
    'only public authorities': {
      changes: { IIC_KAFKA_CA_FILE: '', IIC_KAFKA_TLS: '1' },
      message: /certificate is not trusted.*IIC_KAFKA_CA_FILE/,
    },
    'no encryption': {
      changes: { IIC_KAFKA_CA_FILE: '' },
      message: /does not answer.*may expect TLS \(IIC_KAFKA_TLS/,
    },
    'no password': {
      changes: { IIC_KAFKA_SASL_MECHANISM: '', IIC_KAFKA_USERNAME: '' },
      message: /does not answer.*IIC_KAFKA_SASL_MECHANISM/,
    },
    'encryption where the broker has none': {
      changes: { IIC_KAFKA_BROKERS: details['sasl'] ?? '' },
      message: /does not answer.*IIC_KAFKA_TLS.*the other way round/,
    },
  };
  for (const [mistake, { changes, message }] of Object.entries(mistaken)) {
    encrypted(`names the settings to look at where a service has ${mistake}`, async (listener) => {
      const kafka = clientOf(environment(listener, changes));
      const group = new TestGroup();
      const transport = new KafkaTransport({
        ...group.options({ sources: ['alpha'] }),
        kafka,
        prefix: platform.prefix,
      });
      await expect(listen(transport)).rejects.toMatchObject({
        code: 'kafka-unusable',
        message: expect.stringMatching(message),
      });
      await transport.close();
    });
  }
});
