/** The long form of the crash test: `npm run chaos -- --help`. */
import { parseArgs } from 'node:util';
import { restartableKafka, restartableMongodb, sharedEngine } from '../engines/index.ts';
import { type ChaosOptions, type ChaosReport, chaos } from './chaos.ts';
import { consumed, disturbed, manyMessages } from './messages.ts';
import { seededRandom } from './random.ts';
import { rebalance } from './rebalances.ts';
import { ServicesPlatform } from './services-platform.ts';

const help = `npm run chaos [-- options]
  --kills N       how often the platform is killed (SIGKILL) while it works, besides kills while it starts; default 100
  --lifecycles N  how many cases are played from draft to plaque meanwhile; default 20
  --services      every service is a process of its own over Kafka and MongoDB of its own; a kill takes one
  --messages N    instead: N messages through Kafka (npm run engines), a tenth of them twice and a tenth out of turn
  --rebalances N  instead: members of one consumer group come and go until its partitions were dealt out N times
  --seed N        determines when; default taken from the clock, and printed
The platform is the built one, with its data in the folder for temporary files.`;

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    lifecycles: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    services: { type: 'boolean', default: false },
    messages: { type: 'string', default: '0' },
    rebalances: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const seed = count('seed');
  console.log(`Seed ${seed}.`);
  const work = { kills: count('kills'), lifecycles: count('lifecycles'), seed, print: console.log };
  const report = options.services ? await chaosOfServices(work) : await chaos(work);
  for (const fault of report.faults) console.error(fault);
  console.log(
    `${report.kills} kills; ${report.acknowledged} acknowledged commands, ${report.events} records, ${report.faults.length} faults.`,
  );
  process.exitCode = report.faults.length === 0 ? 0 : 1;
}

/** On servers of its own: topics and read models of another run would be taken for this one's. */
async function chaosOfServices(work: ChaosOptions): Promise<ChaosReport> {
  const [kafka, mongodb] = await Promise.all([restartableKafka(), restartableMongodb()]);
  // A stream of its own, so that when something is killed does not depend on which.
  const random = seededRandom(work.seed + 1);
  try {
    await Promise.all([kafka.start(), mongodb.start()]);
    const environment = { IIC_KAFKA_BROKERS: kafka.address, IIC_MONGODB_URL: mongodb.address };
    const open = (data: string): ServicesPlatform => new ServicesPlatform({ data, random, environment });
    return await chaos({ ...work, open });
  } finally {
    await Promise.all([kafka.end(), mongodb.end()]);
  }
}

function count(name: 'kills' | 'lifecycles' | 'seed' | 'messages' | 'rebalances'): number {
  const value = Number(options[name]);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} must be a whole number.`);
  return value;
}

/** The same messages once as they should come and once as they should not. */
async function messages(): Promise<void> {
  const seed = count('seed');
  console.log(`Seed ${seed}.`);
  const { address } = await sharedEngine('kafka', null, console.log);
  const sent = manyMessages(count('messages'));
  const wild = disturbed(sent, { repeated: 0.1, moved: 0.1 }, seededRandom(seed));
  const clean = await consumed(address, sent);
  console.log(`${clean.sent} messages as they should come.`);
  const other = await consumed(address, wild);
  const equal = other.documents === clean.documents;
  console.log(
    `${other.sent} messages, repeated and out of turn: ${equal ? 'the same bytes' : 'OTHER BYTES'}.`,
  );
  process.exitCode = equal ? 0 : 1;
}

async function rebalances(): Promise<void> {
  const seed = count('seed');
  console.log(`Seed ${seed}.`);
  const { address } = await sharedEngine('kafka', null, console.log);
  const random = seededRandom(seed);
  const report = await rebalance({ address, rebalances: count('rebalances'), random, print: console.log });
  for (const fault of report.faults) console.error(fault);
  console.log(
    `${report.rebalances} rebalances, ${report.messages} messages, ${report.faults.length} faults.`,
  );
  process.exitCode = report.faults.length === 0 ? 0 : 1;
}

if (options.help) console.log(help);
else if (count('messages') > 0) await messages();
else if (count('rebalances') > 0) await rebalances();
else await main();
