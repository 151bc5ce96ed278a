import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KafkaCredentials, KafkaSettings } from '@iic/messaging/kafka';
import { SettingsInvalid } from '../settings-invalid.ts';

/** The servers a process works with; what is absent is embedded. */
export interface EngineSettings {
  readonly kafka: KafkaEngine | undefined;
  readonly mongodb: MongoEngine | undefined;
  readonly kurrentdb: { readonly url: string } | undefined;
  readonly s3: S3Engine | undefined;
}

/** A broker between the services. */
export interface KafkaEngine extends Omit<KafkaSettings, 'clientId'> {
  /** Begins the names of topics and consumer groups. */
  readonly prefix: string;
}

/** A server of documents. */
export interface MongoEngine {
  readonly url: string;
  /** Begins the names of databases. */
  readonly prefix: string;
}

/** A store of attachments. */
export interface S3Engine {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Environment variables of the engines, in the form of `settingDefinitions`. */
export const engineDefinitions = {
  kafkaBrokers: {
    variable: 'IIC_KAFKA_BROKERS',
    describe: 'Comma-separated host:port of Kafka brokers; empty carries messages within the process.',
    fallback: '',
  },
  kafkaPrefix: {
    variable: 'IIC_KAFKA_PREFIX',
    describe: 'Begins the names of topics and consumer groups.',
    fallback: 'iic',
  },
  kafkaTls: {
    variable: 'IIC_KAFKA_TLS',
    describe: '1 encrypts connections to Kafka (TLS), trusting the authorities that Node.js knows.',
    fallback: '',
  },
  kafkaAuthority: {
    variable: 'IIC_KAFKA_CA_FILE',
    describe: 'PEM file of the authority that signed the brokers’ certificates; implies TLS.',
    fallback: '',
  },
  kafkaMechanism: {
    variable: 'IIC_KAFKA_SASL_MECHANISM',
    describe: 'plain, scram-sha-256 or scram-sha-512; empty does not authenticate.',
    fallback: '',
  },
  kafkaUsername: { variable: 'IIC_KAFKA_USERNAME', describe: 'Name for SASL.', fallback: '' },
  kafkaPassword: {
    variable: 'IIC_KAFKA_PASSWORD_FILE',
    describe: 'File that holds the password for SASL.',
    fallback: '',
  },
  mongodbUrl: {
    variable: 'IIC_MONGODB_URL',
    describe: 'Address of MongoDB for read models and consumer state; empty keeps them in files.',
    fallback: '',
  },
  mongodbUrlFile: {
    variable: 'IIC_MONGODB_URL_FILE',
    describe: 'File that holds the address of MongoDB, where it contains a password.',
    fallback: '',
  },
  mongodbPrefix: {
    variable: 'IIC_MONGODB_PREFIX',
    describe:
      'Begins the names of databases in MongoDB; another one keeps two platforms on one server apart.',
    fallback: 'iic',
  },
  kurrentdbUrl: {
    variable: 'IIC_KURRENTDB_URL',
    describe:
      'Connection string of KurrentDB for the event stores; empty keeps them in files. Needs MongoDB.',
    fallback: '',
  },
  kurrentdbUrlFile: {
    variable: 'IIC_KURRENTDB_URL_FILE',
    describe: 'File that holds the connection string of KurrentDB, where it contains a password.',
    fallback: '',
  },
  s3Endpoint: {
    variable: 'IIC_S3_ENDPOINT',
    describe: 'Address of an S3 store for attachments; empty keeps them in files.',
    fallback: '',
  },
  s3Bucket: {
    variable: 'IIC_S3_BUCKET',
    describe: 'Bucket of the attachments.',
    fallback: 'iic-attachments',
  },
  s3Region: { variable: 'IIC_S3_REGION', describe: 'Region of the S3 store.', fallback: 'us-east-1' },
  s3AccessKey: { variable: 'IIC_S3_ACCESS_KEY', describe: 'Access key of the S3 store.', fallback: '' },
  s3SecretKey: {
    variable: 'IIC_S3_SECRET_KEY_FILE',
    describe: 'File that holds the secret key of the S3 store.',
    fallback: '',
  },
} as const;

/** Reads one setting by its name here. */
type Read = (name: keyof typeof engineDefinitions) => string;

/** Reads and validates the engines. Throws `SettingsInvalid`. */
export function readEngines(read: Read): EngineSettings {
  const mongodb = addressFrom(read, 'mongodbUrl', 'mongodbUrlFile');
  const engines = {
    kafka: readKafka(read),
    mongodb: mongodb && { ...mongodb, prefix: read('mongodbPrefix') },
    kurrentdb: addressFrom(read, 'kurrentdbUrl', 'kurrentdbUrlFile'),
    s3: readS3(read),
  };
  if (engines.kurrentdb !== undefined && engines.mongodb === undefined) {
    throw new SettingsInvalid(
      'IIC_KURRENTDB_URL needs IIC_MONGODB_URL: keys and leases of a service that is not bound to one disk are kept there.',
    );
  }
  return engines;
}

function readKafka(read: Read): KafkaEngine | undefined {
  const brokers = read('kafkaBrokers').split(',').filter(Boolean);
  if (brokers.length === 0) return undefined;
  const wrong = brokers.findIndex((broker) => !/^[^\s:/]+:\d{1,5}$/.test(broker));
  if (wrong >= 0) {
    // Not what stands there: whoever pastes a whole address may have put a password in it.
    throw new SettingsInvalid(`IIC_KAFKA_BROKERS must be host:port,host:port; number ${wrong + 1} is not.`);
  }
  const authority = readAuthority(read);
  const credentials = readCredentials(read);
  return {
    brokers,
    prefix: read('kafkaPrefix'),
    ...(authority !== undefined && { authority }),
    ...(credentials !== undefined && { credentials }),
  };
}

function readAuthority(read: Read): string | undefined {
  const file = read('kafkaAuthority');
  if (file === '') return read('kafkaTls') === '1' ? '' : undefined;
  const authority = secret(file, 'IIC_KAFKA_CA_FILE');
  // The TLS library takes a text without certificates for one without authorities, and says nothing.
  if (!isCertificate(authority)) throw new SettingsInvalid('IIC_KAFKA_CA_FILE holds no certificate (PEM).');
  return authority;
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).raw.length > 0;
  } catch {
    return false;
  }
}

function readCredentials(read: Read): KafkaCredentials | undefined {
  const mechanism = read('kafkaMechanism');
  const username = read('kafkaUsername');
  if ((mechanism === '') !== (username === '')) {
    throw new SettingsInvalid(
      'IIC_KAFKA_SASL_MECHANISM and IIC_KAFKA_USERNAME need each other: set both or neither.',
    );
  }
  switch (mechanism) {
    case '':
      return undefined;
    case 'plain':
    case 'scram-sha-256':
    case 'scram-sha-512':
      return {
        mechanism,
        username,
        password: secret(read('kafkaPassword'), 'IIC_KAFKA_PASSWORD_FILE'),
      };
    default:
      throw new SettingsInvalid('IIC_KAFKA_SASL_MECHANISM must be plain, scram-sha-256 or scram-sha-512.');
  }
}

function addressFrom(
  read: Read,
  direct: 'mongodbUrl' | 'kurrentdbUrl',
  file: 'mongodbUrlFile' | 'kurrentdbUrlFile',
): { readonly url: string } | undefined {
  const path = read(file);
  const url = path === '' ? read(direct) : secret(path, engineDefinitions[file].variable);
  return url === '' ? undefined : { url };
}

function readS3(read: Read): S3Engine | undefined {
  const endpoint = read('s3Endpoint');
  if (endpoint === '') return undefined;
  if (!URL.canParse(endpoint)) throw new SettingsInvalid('IIC_S3_ENDPOINT must be an address.');
  return {
    endpoint,
    bucket: read('s3Bucket'),
    region: read('s3Region'),
    accessKey: read('s3AccessKey'),
    secretKey: secret(read('s3SecretKey'), 'IIC_S3_SECRET_KEY_FILE'),
  };
}

/** What a file holds, without the line break at its end. */
function secret(file: string, variable: string): string {
  const text = readSecret(file, variable);
  // An empty secret must not pass for a setting that is absent: the service would record somewhere else.
  if (text === '') throw new SettingsInvalid(`${variable} names an empty file.`);
  return text;
}

function readSecret(file: string, variable: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch {
    throw new SettingsInvalid(`${variable} names no file that can be read.`);
  }
}
