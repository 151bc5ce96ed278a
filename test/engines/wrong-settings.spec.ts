/** What an operator reads when a service is started with servers it cannot use. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithEngine } from './index.ts';
import { runService } from './service-run.ts';

const password = 'not-the-password';

await describeWithEngine('kafka', 'a service with wrong settings', ({ address, details }) => {
  const data = mkdtempSync(join(tmpdir(), 'iic-wrong-'));
  const passwordFile = join(data, 'password');

  beforeAll(() => writeFileSync(passwordFile, password));
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it.each<[string, Record<string, string>, RegExp]>([
    ['a broker that nobody is', { IIC_KAFKA_BROKERS: '127.0.0.1:9' }, /Check IIC_KAFKA_BROKERS/],
    [
      'no topics',
      { IIC_KAFKA_BROKERS: address, IIC_KAFKA_PREFIX: 'nobody-made-these' },
      /nobody-made-these\.registry\..*npm run topics -- apply/,
    ],
    [
      'a MongoDB that nobody is',
      { IIC_KAFKA_BROKERS: address, IIC_MONGODB_URL: `mongodb://registry:${password}@127.0.0.1:9/` },
      /IIC_MONGODB_URL/,
    ],
    ...(details['sasl'] === undefined
      ? []
      : [
          [
            'a wrong password',
            {
              IIC_KAFKA_BROKERS: details['sasl'],
              IIC_KAFKA_SASL_MECHANISM: 'plain',
              IIC_KAFKA_USERNAME: 'intake',
              IIC_KAFKA_PASSWORD_FILE: passwordFile,
            },
            /IIC_KAFKA_(USERNAME|PASSWORD_FILE|SASL)/,
          ] satisfies [string, Record<string, string>, RegExp],
        ]),
  ])('ends and says what to do about %s', async (_, environment, message) => {
    const { code, said } = await runService('registry', { IIC_DATA: data, ...environment });
    expect(said).toMatch(message);
    expect(said).not.toContain(password);
    expect(code).toBeGreaterThan(0);
  });
});

await describeWithEngine('mongodb', 'a service whose events are to be in KurrentDB', ({ address }) => {
  const data = mkdtempSync(join(tmpdir(), 'iic-wrong-'));
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it('ends and says what to do about a KurrentDB that nobody is', async () => {
    const { code, said } = await runService('registry', {
      IIC_DATA: data,
      IIC_MONGODB_URL: address,
      IIC_MONGODB_PREFIX: 'wrong-settings',
      IIC_KURRENTDB_URL: `kurrentdb://registry:${password}@127.0.0.1:9?tls=false`,
    });
    expect(said).toContain('KurrentDB at kurrentdb://127.0.0.1:9?tls=false did not answer');
    expect(said).not.toContain(password);
    expect(code).toBe(1);
  });
});
