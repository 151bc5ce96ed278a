import { applyTopics, compareTopics, type TopicChange, type TopicPlan } from '@iic/messaging/kafka';
import { readEngineSettings } from '@iic/service-kit';
import { Command, InvalidArgumentError } from 'commander';
import { kafkaFrom } from './kafka-from-settings.ts';
import { defaultLayout, platformTopics } from './platform-topics.ts';

interface TopicOptions {
  readonly partitions: number;
  readonly replication: number;
  readonly publicRetentionDays?: number;
  readonly access: boolean;
  readonly json: boolean;
}

const program = new Command('npm run topics --').description(
  'Kafka topics of all services. Nothing makes them by itself: an operator plans and applies them here, with an administrator’s credentials in IIC_KAFKA_*. Journals and integration messages are kept for ever; partitions are only ever added.',
);
withOptions(
  program.command('plan').description('show the topics and access rules, and what differs on the broker'),
).action(plan);
withOptions(program.command('apply').description('make what is missing and set what differs')).action(apply);

function withOptions(command: Command): Command {
  return command
    .option(
      '--partitions <n>',
      'partitions of integration and public topics',
      whole,
      defaultLayout.partitions,
    )
    .option('--replication <n>', 'copies of each partition', whole, defaultLayout.replication)
    .option('--public-retention-days <n>', 'keep public messages so long; default for ever', whole)
    .option('--access', 'also grant access rules; the broker must have an authorizer', false)
    .option('--json', 'for programs', false);
}

function whole(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

function planned(options: TopicOptions, prefix: string): TopicPlan {
  const { partitions, replication, publicRetentionDays } = options;
  return platformTopics({
    prefix,
    partitions,
    replication,
    ...(publicRetentionDays !== undefined && { publicRetentionDays }),
  });
}

async function plan(options: TopicOptions): Promise<void> {
  const { client, prefix } = kafkaFrom(readEngineSettings(process.env));
  const wanted = planned(options, prefix);
  const changes = await compareTopics(client, wanted);
  if (options.json) console.log(JSON.stringify({ ...wanted, changes }, null, 2));
  else {
    show(changes, 'The broker agrees with the plan.');
    for (const { principal, operation, resource, pattern, name } of wanted.access) {
      console.log(
        `access: ${principal} may ${operation} ${resource} ${name}${pattern === 'prefixed' ? '*' : ''}`,
      );
    }
  }
}

async function apply(options: TopicOptions): Promise<void> {
  const { client, prefix } = kafkaFrom(readEngineSettings(process.env));
  const wanted = planned(options, prefix);
  const changes = await applyTopics(client, wanted, options.access);
  if (options.json) console.log(JSON.stringify({ changes }, null, 2));
  else {
    show(changes, 'Nothing to do: the broker agrees with the plan.');
    if (options.access) console.log(`${wanted.access.length} access rules granted.`);
  }
  if (changes.some(({ kind }) => kind === 'refused')) process.exitCode = 1;
}

function show(changes: readonly TopicChange[], none: string): void {
  if (changes.length === 0) console.log(none);
  for (const { topic, kind, text } of changes) console.log(`${kind}: ${topic}: ${text}`);
}

program.parseAsync().catch((error: unknown) => {
  console.error(`topics: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
