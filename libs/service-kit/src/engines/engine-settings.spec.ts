/** What an operator reads when the setting of a server is wrong: which one, and never what is secret in it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { readEngineSettings } from '../settings.ts';
import { SettingsInvalid } from '../settings-invalid.ts';

type Environment = Readonly<Record<string, string>>;

const secret = 'the-actual-secret';
const folder = mkdtempSync(join(tmpdir(), 'iic-engine-settings-'));
const absent = join(folder, 'absent');
const empty = join(folder, 'empty');
const filled = join(folder, 'filled');
const certificate = join(folder, 'certificate');
const [authority = ''] = rootCertificates;

const kafka: Environment = { IIC_KAFKA_BROKERS: 'one:9092,two:9092' };
const sasl: Environment = {
  ...kafka,
  IIC_KAFKA_SASL_MECHANISM: 'scram-sha-512',
  IIC_KAFKA_USERNAME: 'intake',
  IIC_KAFKA_PASSWORD_FILE: filled,
};
const s3: Environment = {
  IIC_S3_ENDPOINT: 'https://s3.example',
  IIC_S3_ACCESS_KEY: 'intake',
  IIC_S3_SECRET_KEY_FILE: filled,
};

beforeAll(() => {
  writeFileSync(empty, '\n');
  writeFileSync(filled, `${secret}\n`);
  writeFileSync(certificate, `${authority}\n`);
});

afterAll(() => rmSync(folder, { recursive: true }));

function refusal(environment: Environment): string {
  try {
    readEngineSettings(environment);
  } catch (error) {
    if (error instanceof SettingsInvalid) return error.message;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('the settings of servers', () => {
  it.each<[string, Environment, RegExp]>([
    [
      'a user without a mechanism',
      { ...kafka, IIC_KAFKA_USERNAME: 'intake' },
      /^IIC_KAFKA_SASL_MECHANISM and IIC_KAFKA_USERNAME/,
    ],
    [
      'a mechanism without a user',
      { ...kafka, IIC_KAFKA_SASL_MECHANISM: 'plain', IIC_KAFKA_PASSWORD_FILE: filled },
      /^IIC_KAFKA_SASL_MECHANISM and IIC_KAFKA_USERNAME/,
    ],
    [
      'a broker without a port',
      { IIC_KAFKA_BROKERS: 'one:9092,two' },
      /^IIC_KAFKA_BROKERS must be host:port.*number 2/,
    ],
    [
      'a broker given as an address, with a password in it',
      { IIC_KAFKA_BROKERS: `sasl://intake:${secret}@one:9092` },
      /^IIC_KAFKA_BROKERS must be host:port/,
    ],
    [
      'an unknown mechanism',
      { ...sasl, IIC_KAFKA_SASL_MECHANISM: 'gssapi' },
      /^IIC_KAFKA_SASL_MECHANISM .*plain/,
    ],
    [
      'a mechanism that is a secret in the wrong place',
      { ...sasl, IIC_KAFKA_SASL_MECHANISM: secret },
      /^IIC_KAFKA_SASL/,
    ],
    [
      'a mechanism without a password',
      { ...sasl, IIC_KAFKA_PASSWORD_FILE: '' },
      /^IIC_KAFKA_PASSWORD_FILE .*no file/,
    ],
    [
      'a password where its file belongs',
      { ...sasl, IIC_KAFKA_PASSWORD_FILE: secret },
      /^IIC_KAFKA_PASSWORD_FILE .*no file/,
    ],
    [
      'an empty password',
      { ...sasl, IIC_KAFKA_PASSWORD_FILE: empty },
      /^IIC_KAFKA_PASSWORD_FILE .*empty file/,
    ],
    [
      'an authority that is not there',
      { ...kafka, IIC_KAFKA_CA_FILE: absent },
      /^IIC_KAFKA_CA_FILE .*no file/,
    ],
    [
      'an authority that is none',
      { ...kafka, IIC_KAFKA_CA_FILE: filled },
      /^IIC_KAFKA_CA_FILE .*no certificate/,
    ],
    ['an empty authority', { ...kafka, IIC_KAFKA_CA_FILE: empty }, /^IIC_KAFKA_CA_FILE .*empty file/],
    [
      'an address of MongoDB that is not there',
      { IIC_MONGODB_URL_FILE: absent },
      /^IIC_MONGODB_URL_FILE .*no file/,
    ],
    ['an empty address of MongoDB', { IIC_MONGODB_URL_FILE: empty }, /^IIC_MONGODB_URL_FILE .*empty file/],
    [
      'KurrentDB without MongoDB',
      { IIC_KURRENTDB_URL: `kurrentdb://admin:${secret}@one:2113` },
      /^IIC_KURRENTDB_URL needs IIC_MONGODB_URL/,
    ],
    [
      'an S3 store that is no address',
      { ...s3, IIC_S3_ENDPOINT: `intake-${secret}` },
      /^IIC_S3_ENDPOINT must be an address/,
    ],
    [
      'an S3 store without a secret key',
      { ...s3, IIC_S3_SECRET_KEY_FILE: '' },
      /^IIC_S3_SECRET_KEY_FILE .*no file/,
    ],
    [
      'a secret key where its file belongs',
      { ...s3, IIC_S3_SECRET_KEY_FILE: secret },
      /^IIC_S3_SECRET_KEY_FILE .*no file/,
    ],
    ['an empty secret key', { ...s3, IIC_S3_SECRET_KEY_FILE: empty }, /^IIC_S3_SECRET_KEY_FILE .*empty file/],
  ])('refuse %s by name, and tell no secret', (_, environment, expected) => {
    const message = refusal(environment);
    expect(message).toMatch(expected);
    expect(message).not.toContain(secret);
  });

  it('take secrets from files, without the line break at their end', () => {
    const {
      kafka: broker,
      s3: store,
      mongodb,
    } = readEngineSettings({
      ...sasl,
      ...s3,
      IIC_KAFKA_CA_FILE: certificate,
      IIC_MONGODB_URL: 'mongodb://the-file-goes-first',
      IIC_MONGODB_URL_FILE: filled,
    });
    expect(broker).toMatchObject({
      authority,
      credentials: { username: 'intake', password: secret },
    });
    expect(store).toMatchObject({ accessKey: 'intake', secretKey: secret, bucket: 'iic-attachments' });
    expect(mongodb).toEqual({ url: secret, prefix: 'iic' });
  });

  it('leave out what nobody names: then everything is embedded', () => {
    const none = { kafka: undefined, mongodb: undefined, kurrentdb: undefined, s3: undefined };
    expect(readEngineSettings({})).toEqual(none);
  });
});
