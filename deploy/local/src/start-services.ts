import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { applyTopics } from '@iic/messaging/kafka';
import { readEngineSettings, type ServiceDefinition } from '@iic/service-kit';
import { allServices } from '@iic/standalone';
import { Command, Option } from 'commander';
import { readPortNumber } from './arguments.ts';
import { kafkaFrom } from './kafka-from-settings.ts';
import { platformTopics } from './platform-topics.ts';
import { openGateway } from './processes/gateway.ts';
import { engineEnvironment } from './processes/local-engines.ts';
import { ServiceProcess } from './processes/service-process.ts';

interface StartOptions {
  readonly data: string;
  readonly port: number;
  readonly topics: boolean;
}

const trialPartitions = 3;

const program = new Command('npm run start:services --')
  .description(
    'Starts every service as a process of its own, with its own store, port and log, joined by Kafka, behind one origin. Engines are those of IIC_KAFKA_BROKERS and IIC_MONGODB_URL, or are started on this machine. A service that dies is started again. Ctrl-C drains and stops all; engines started here go on until `npm run engines -- down`.',
  )
  .addOption(
    new Option('--data <folder>', 'folder of all data').env('IIC_DATA').default('.iic-data/services'),
  )
  .addOption(
    new Option('--port <number>', 'TCP port of the origin; 0 takes a free one')
      .env('PORT')
      .argParser(readPortNumber)
      .default(3000),
  )
  .option('--no-topics', 'do not make the topics; they must be there')
  .action(start);

const tell = (line: string): void => console.error(line);

async function start({ data, port, topics }: StartOptions): Promise<void> {
  const folder = resolve(data);
  const engines = engineEnvironment(folder, process.env, tell);
  if (topics) await makeTopics(engines);
  const services = allServices.map((definition) => serviceProcess(definition, folder, engines));
  const running: { close(): Promise<void> }[] = services.map((service) => ({ close: () => service.stop() }));
  // Before anything runs: a service must not outlive its supervisor.
  const stopping = stopOnSignal(running);
  try {
    await Promise.all(services.map(startAndTell));
    const gateway = await openGateway(
      allServices.map(({ name, rootRoutes = [] }, index) => ({
        name,
        url: services[index]?.url ?? '',
        segments: [name, ...rootRoutes],
      })),
      port,
    );
    running.push(gateway);
    if (stopping.aborted) return;
    console.log(`ready ${gateway.url}`);
    tell(`a case from draft to plaque: npm run lifecycle -- --url ${gateway.url} --data ${data}`);
  } catch (error) {
    if (stopping.aborted) return;
    await closeAll(running);
    throw error;
  }
}

/** A trial needs its topics; on a real broker an operator makes them. */
async function makeTopics(engines: Readonly<Record<string, string>>): Promise<void> {
  const { client, prefix } = kafkaFrom(readEngineSettings({ ...process.env, ...engines }));
  const plan = platformTopics({ prefix, partitions: trialPartitions, replication: 1 });
  const changes = await applyTopics(client, plan, false);
  const made = changes.filter(({ kind }) => kind === 'create').length;
  if (made > 0)
    tell(`made ${made} topics with one copy each, for trial (npm run topics makes them for service)`);
}

function serviceProcess(
  { name }: ServiceDefinition,
  folder: string,
  engines: Readonly<Record<string, string>>,
): ServiceProcess {
  const entry = createRequire(import.meta.url).resolve(`@iic/${name}`);
  const issuer = process.env['IIC_OIDC_ISSUER'] === undefined ? '1' : '';
  return new ServiceProcess({
    name,
    file: join(dirname(entry), 'main.js'),
    environment: {
      IIC_DEV_ISSUER: issuer,
      ...engines,
      HOST: '127.0.0.1',
      IIC_DATA: folder,
      IIC_LOG_FILE: join(folder, `${name}.log`),
      // The tests' loader is of no use to a service.
      NODE_OPTIONS: '',
    },
    tell,
  });
}

async function startAndTell(service: ServiceProcess): Promise<void> {
  await service.start();
  tell(`${service.name} at ${service.url} (process ${service.pid})`);
}

/** Closes what runs on the first SIGINT or SIGTERM, which aborts the signal it gives; a second one ends all at once. */
function stopOnSignal(running: readonly { close(): Promise<void> }[]): AbortSignal {
  const stopping = new AbortController();
  const stop = (): void => {
    if (stopping.signal.aborted) process.exit(1);
    stopping.abort();
    closeAll(running).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return stopping.signal;
}

async function closeAll(running: readonly { close(): Promise<void> }[]): Promise<void> {
  await Promise.all(running.map((each) => each.close()));
}

program.parseAsync().catch((error: unknown) => {
  console.error(`cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
