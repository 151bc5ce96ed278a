import { type ITopicMetadata, Kafka, type logCreator, logLevel, type SASLOptions } from 'kafkajs';

/** How to reach a broker. */
export interface KafkaSettings {
  /** `host:port` of some brokers; they tell of the others. */
  readonly brokers: readonly string[];
  /** Shown in the broker's logs. */
  readonly clientId: string;
  /** Certificates of authorities to trust (PEM); present: TLS. An empty text trusts those that Node.js knows. */
  readonly authority?: string;
  readonly credentials?: KafkaCredentials;
}

/** How a service proves who it is. */
export interface KafkaCredentials {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

/** Told what the client library has to say. */
export type KafkaLog = (level: 'error' | 'warn' | 'info' | 'debug', text: string) => void;

/** The broker cannot be used as it is configured; the message says what to do. */
export class KafkaUnusable extends Error {
  readonly code = 'kafka-unusable';
  /** Whether waiting may help: nobody answers, but nothing was refused. */
  readonly outage: boolean;

  constructor(message: string, outage: boolean, cause?: unknown) {
    super(message, { cause });
    this.outage = outage;
  }
}

const connectionTimeout = 3_000;

/** A client of the broker. Nothing is connected yet. */
export function kafkaClient(settings: KafkaSettings, log: KafkaLog = () => undefined): Kafka {
  const { authority, credentials } = settings;
  return new Kafka({
    clientId: settings.clientId,
    brokers: [...settings.brokers],
    connectionTimeout,
    authenticationTimeout: connectionTimeout,
    // Failures are met by loops of our own, which know what they are about.
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
    logLevel: logLevel.WARN,
    logCreator: logTo(log),
    ...(authority !== undefined && { ssl: authority === '' ? true : { ca: [authority] } }),
    ...(credentials !== undefined && { sasl: saslOf(credentials) }),
  });
}

function saslOf({ mechanism, username, password }: KafkaCredentials): SASLOptions {
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password };
    case 'scram-sha-256':
      return { mechanism, username, password };
    case 'scram-sha-512':
      return { mechanism, username, password };
  }
}

function logTo(log: KafkaLog): logCreator {
  return () =>
    ({ level, namespace, log: { message, error } }) => {
      const text = error === undefined ? message : `${message}: ${String(error)}`;
      if (level === logLevel.ERROR) log('error', `${namespace} ${text}`);
      else if (level === logLevel.WARN) log('warn', `${namespace} ${text}`);
    };
}

/** Looks whether topics are there and may be read. Rejects with {@link KafkaUnusable}, within about ten seconds. */
export async function checkTopics(
  kafka: Kafka,
  topics: readonly string[],
): Promise<readonly ITopicMetadata[]> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const known = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !known.has(topic));
    if (missing.length > 0) throw missingTopics(missing);
    return (await admin.fetchTopicMetadata({ topics: [...topics] })).topics;
  } catch (error) {
    throw explained(error);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

function missingTopics(topics: readonly string[]): KafkaUnusable {
  return new KafkaUnusable(
    `Kafka has no topic ${topics.join(', ')}, or this service may not see it. Run \`npm run topics -- apply\`, which makes the topics and their access rules.`,
    false,
  );
}

/** What an error of the client library means for whoever runs the platform. */
export function explained(error: unknown): KafkaUnusable {
  if (error instanceof KafkaUnusable) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const text = `${name} ${message}`;
  if (/SASL|Authentication/i.test(text)) {
    return new KafkaUnusable(
      `Kafka refuses the credentials (${message}). Check IIC_KAFKA_SASL_MECHANISM, IIC_KAFKA_USERNAME and IIC_KAFKA_PASSWORD_FILE.`,
      false,
      error,
    );
  }
  if (/certificate/i.test(text)) {
    return new KafkaUnusable(
      `Kafka's certificate is not trusted (${message}). Check that IIC_KAFKA_CA_FILE holds the authority that signed it, and that IIC_KAFKA_BROKERS names the brokers as it does.`,
      false,
      error,
    );
  }
  if (/authoriz/i.test(text)) {
    return new KafkaUnusable(
      `Kafka refuses access (${message}). Run \`npm run topics -- apply\` with an administrator's credentials.`,
      false,
      error,
    );
  }
  // A broker hangs up on whoever speaks otherwise than it expects, and also when it ends.
  const hint = /closed connection|before secure TLS/i.test(message)
    ? ' If it does, it may expect TLS (IIC_KAFKA_TLS, IIC_KAFKA_CA_FILE) or a password (IIC_KAFKA_SASL_MECHANISM) where this service has none, or the other way round.'
    : '';
  return new KafkaUnusable(
    `Kafka does not answer (${message}). Check IIC_KAFKA_BROKERS, and whether the broker runs.${hint}`,
    true,
    error,
  );
}
