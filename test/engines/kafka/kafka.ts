import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startContainer } from '../docker.ts';
import type { Tell, Way } from '../engine.ts';
import { cacheFolder, recipeFile } from '../paths.ts';
import { RestartableServer } from '../restartable-server.ts';
import { runTool, runToolTwice } from '../run-tool.ts';
import { freePort, startServer, temporaryFolder } from '../server.ts';

const version = '4.1.0';
const localHost = '127.0.0.1';

/** Users of the second listener, which asks for a password and enforces access rules. */
export const saslUsers = { admin: 'admin-secret', intake: 'intake-secret', analytics: 'analytics-secret' };

const external: Way = async () => {
  const address = process.env['KAFKA_BROKERS'];
  if (!address) return undefined;
  return { name: 'kafka', origin: 'external', address, details: {}, stopper: { kind: 'nothing' } };
};

const docker: Way = async () => {
  const port = await freePort();
  return startContainer({
    name: 'kafka',
    image: `apache/kafka:${version}`,
    port: 9092,
    fixedPort: port,
    environment: {
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${localHost}:${port}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    },
    address: (host, mapped) => `${host}:${mapped}`,
  });
};

/** Kafka itself, from Maven artifacts; needs Java 17 and Maven. */
const local: Way = async (tell) => {
  const { args, folder, port, saslPort } = await prepare(await fetchLibraries(tell));
  const pid = await startServer('java', args, { folder, port });
  return {
    name: 'kafka',
    origin: 'local',
    address: `${localHost}:${port}`,
    details: { sasl: `${localHost}:${saslPort}` },
    stopper: { kind: 'process', pid, folder },
  };
};

/** A broker for one test alone, not yet started. Throws `NotAvailable`. */
export async function restartableKafka(): Promise<RestartableServer> {
  const { args, folder, port } = await prepare(await fetchLibraries(() => undefined));
  return new RestartableServer('java', args, { folder, port }, `${localHost}:${port}`);
}

async function fetchLibraries(tell: Tell): Promise<string> {
  const libraries = cacheFolder('kafka', version);
  if (!existsSync(join(libraries, 'complete'))) {
    tell('fetching Kafka (43 MB, only this time)');
    const copy = ['-q', '-B', '-f', recipeFile('kafka', 'pom.xml'), 'dependency:copy-dependencies'];
    await runToolTwice('mvn', [...copy, `-DoutputDirectory=${libraries}`], { cwd: libraries });
    writeFileSync(join(libraries, 'complete'), '');
  }
  return libraries;
}

/** Lays out a data folder and the call that starts a broker on it. */
async function prepare(libraries: string) {
  const folder = temporaryFolder('kafka');
  const [port, saslPort, controllerPort] = [await freePort(), await freePort(), await freePort()];
  const properties = join(folder, 'server.properties');
  writeFileSync(properties, serverProperties({ folder, port, saslPort, controllerPort }));
  const java = ['-Xmx512m', '-cp', join(libraries, '*'), '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'];
  // A cluster id is 16 random bytes in URL-safe Base64; one that begins with "-" would look like an option.
  const id = `A${randomBytes(16).toString('base64url').slice(1)}`;
  await runTool('java', [...java, 'kafka.tools.StorageTool', 'format', '-t', id, '-c', properties], {
    cwd: folder,
  });
  return { args: [...java, 'kafka.Kafka', properties], folder, port, saslPort };
}

interface Layout {
  readonly folder: string;
  readonly port: number;
  readonly saslPort: number;
  readonly controllerPort: number;
}

/** The plain listener is for tests and may do everything; the other one enforces passwords and access rules. */
function serverProperties({ folder, port, saslPort, controllerPort }: Layout): string {
  const users = Object.entries(saslUsers).map(([user, password]) => `user_${user}="${password}"`);
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${localHost}:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://${localHost}:${port},SASL://${localHost}:${saslPort},CONTROLLER://${localHost}:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://${localHost}:${port},SASL://${localHost}:${saslPort}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,SASL:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'sasl.enabled.mechanisms': 'PLAIN',
    'listener.name.sasl.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required ${users.join(' ')};`,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': 'User:ANONYMOUS;User:admin',
    'log.dirs': join(folder, 'data'),
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 5,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'auto.create.topics.enable': false,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** The ways to get Kafka, in the order they are tried. */
export const kafkaWays: readonly Way[] = [external, docker, local];
