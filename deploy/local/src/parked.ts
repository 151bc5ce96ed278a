import { randomUUID } from 'node:crypto';
import { allServices } from '@iic/standalone';
import { Argument, Command, Option } from 'commander';
import { localOrigin, readOrdinal, readOrigin } from './arguments.ts';
import { localIssuer } from './local-issuer.ts';
import { ParkedClient, type ParkedMessage } from './parked/parked-client.ts';

interface Connection {
  readonly url: string;
  readonly token?: string;
  readonly data: string;
}

const names = allServices.map(({ name }) => name);

const program = new Command('npm run parked --').description(
  'Messages that a service could not handle: look at them, run them again after a repair, or give them up with a reason. Later messages of the same case wait behind a parked one. Every act is recorded in the security log.',
);

withConnection(program.command('list').description('list parked messages of all services, or of one'))
  .addOption(new Option('--service <name>', 'only this service').choices(names))
  .addOption(
    new Option('--status <status>', 'what to list')
      .choices(['parked', 'waiting', 'behind'])
      .default('parked'),
  )
  .action(list);
withConnection(
  withMessage(program.command('show')).description('show one message and why it is kept'),
).action(show);
withConnection(
  withMessage(program.command('replay')).description('run one again, then those behind it'),
).action(replay);
withConnection(
  withMessage(program.command('discard')).description('give one up for good, then run those behind it'),
)
  .requiredOption('--reason <text>', 'why it will never be handled; kept with it')
  .action(discard);

function withMessage(command: Command): Command {
  return command
    .addArgument(new Argument('<service>', 'service that keeps it').choices(names))
    .argument('<ordinal>', 'its number, as list shows it', readOrdinal);
}

function withConnection(command: Command): Command {
  return command
    .option('--url <url>', 'origin of the platform', readOrigin, localOrigin)
    .addOption(
      new Option(
        '--token <token>',
        'access token of a system administrator; default one of the development issuer',
      ).env('IIC_TOKEN'),
    )
    .addOption(
      new Option('--data <folder>', 'data folder of a platform on this machine')
        .env('IIC_DATA')
        .default('.iic-data'),
    );
}

async function clientOf({ url, token, data }: Connection): Promise<ParkedClient> {
  return new ParkedClient(url, token ?? (await developmentToken(data)));
}

async function developmentToken(data: string): Promise<string> {
  const issuer = await localIssuer(data);
  return issuer.issue({
    role: 'system-admin',
    organisation: 'platform',
    person: 'operator',
    jurisdiction: '220000',
  });
}

async function list(
  options: Connection & { readonly service?: string; readonly status: string },
): Promise<void> {
  const client = await clientOf(options);
  let count = 0;
  for (const service of options.service === undefined ? names : [options.service]) {
    for (const message of await client.list(service, options.status)) {
      count += 1;
      console.log(line(service, message));
    }
  }
  console.log(count === 0 ? `No message is ${options.status}.` : `${count} ${options.status}.`);
}

async function show(service: string, ordinal: string, options: Connection): Promise<void> {
  console.log(JSON.stringify(await (await clientOf(options)).show(service, ordinal), null, 2));
}

async function replay(service: string, ordinal: string, options: Connection): Promise<void> {
  const { outcome, reason } = await (await clientOf(options)).replay(service, ordinal, randomUUID());
  console.log(reason === null ? outcome : `${outcome}: ${reason}`);
  if (outcome === 'parked') process.exitCode = 1;
}

async function discard(
  service: string,
  ordinal: string,
  options: Connection & { readonly reason: string },
): Promise<void> {
  await (await clientOf(options)).discard(service, ordinal, options.reason, randomUUID());
  console.log('discarded');
}

function line(service: string, { ordinal, since, message, reason, subject }: ParkedMessage): string {
  const why = reason ?? (subject === null ? '' : `waits for ${subject}`);
  return `${service} ${ordinal}  ${message.type} of ${message.source} (seq ${message.seq}), case ${message.key}, since ${since}: ${why}`;
}

program.parseAsync().catch((error: unknown) => {
  console.error(`parked: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
