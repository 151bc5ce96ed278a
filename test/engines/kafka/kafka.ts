import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startContainer } from '../docker.ts';
import type { Tell, Way } from '../engine.ts';
import { freePort } from '../free-port.ts';
import { cacheFolder, recipeFile } from '../paths.ts';
import { RestartableServer } from '../restartable-server.ts';
import { runTool, runToolTwice } from '../run-tool.ts';
import { startServer, temporaryFolder } from '../server.ts';
import { brokerProperties, scramUsers } from './broker-properties.ts';
import { selfSigned } from './certificate.ts';

const version = '4.1.0';
const localHost = '127.0.0.1';

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
  const { args, folder, port, saslPort, tlsPort, authority } = await prepare(await fetchLibraries(tell));
  const pid = await startServer('java', args, { folder, port });
  return {
    name: 'kafka',
    origin: 'local',
    address: `${localHost}:${port}`,
    details: { sasl: `${localHost}:${saslPort}`, tls: `${localHost}:${tlsPort}`, authority },
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
  const [port, saslPort, tlsPort] = [await freePort(), await freePort(), await freePort()];
  const controllerPort = await freePort();
  const certificate = await selfSigned(folder);
  const properties = join(folder, 'server.properties');
  writeFileSync(
    properties,
    brokerProperties({ folder, port, saslPort, tlsPort, controllerPort, certificate }),
  );
  const java = ['-Xmx512m', '-cp', join(libraries, '*'), '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'];
  // A cluster id is 16 random bytes in URL-safe Base64; one that begins with "-" would look like an option.
  const id = `A${randomBytes(16).toString('base64url').slice(1)}`;
  const format = ['kafka.tools.StorageTool', 'format', '-t', id, '-c', properties, ...scramUsers()];
  await runTool('java', [...java, ...format], { cwd: folder });
  const { authority } = certificate;
  return { args: [...java, 'kafka.Kafka', properties], folder, port, saslPort, tlsPort, authority };
}

/** The ways to get Kafka, in the order they are tried. */
export const kafkaWays: readonly Way[] = [external, docker, local];
