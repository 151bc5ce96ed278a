/** Real servers for trying the platform out and for its tests: `npm run engines -- --help`. */
import { Argument, Command } from 'commander';
import { type Engine, type EngineName, engineNames, engineVariables, NotAvailable } from './engine.ts';
import { findRunning, sharedEngine, stopRunning } from './running-engines.ts';

/** What `status --json` tells of an engine. */
interface Status {
  readonly name: EngineName;
  readonly state: 'up' | 'down';
  readonly origin: Engine['origin'] | null;
  readonly address: string | null;
  readonly details: Readonly<Record<string, string>>;
}

const which = () => new Argument('[names...]', 'which; all when left out').choices(engineNames);

const program = new Command('npm run engines --').description(
  `Kafka, MongoDB, KurrentDB and an S3 store on this machine. Each is taken from the environment (${Object.values(engineVariables).join(', ')}), else run in Docker, else made by a local recipe: Kafka needs Java 17 and Maven, the MongoDB protocol (FerretDB) and S3 (Versity gateway) need Go; KurrentDB has no local recipe.`,
);
program.command('up').description('start engines and leave them running').addArgument(which()).action(up);
program
  .command('down')
  .description('stop engines that were started here; their data are thrown away')
  .addArgument(which())
  .option('--run <id>', 'only those that this run of the tests started')
  .action(down);
program
  .command('status')
  .description('tell which engines run, and their addresses')
  .option('--json', 'for programs')
  .action(status);

async function up(names: readonly EngineName[]): Promise<void> {
  for (const name of chosen(names)) {
    try {
      const engine = await sharedEngine(name, null, (progress) => console.error(`${name}: ${progress} …`));
      console.log(`${name}: ${engine.address} (${engine.origin})`);
    } catch (error) {
      if (!(error instanceof NotAvailable)) throw error;
      console.log(`${name}: not available: ${error.message}`);
      if (names.length > 0) process.exitCode = 1;
    }
  }
}

async function down(names: readonly EngineName[], { run }: { readonly run?: string }): Promise<void> {
  const stopped = await stopRunning(chosen(names), run);
  if (run === undefined)
    console.log(stopped.length > 0 ? `stopped ${stopped.join(', ')}` : 'nothing was running');
}

function status({ json }: { readonly json?: boolean }): void {
  const all = engineNames.map(statusOf);
  if (json === true) console.log(JSON.stringify(all, null, 2));
  else
    for (const { name, state, origin, address } of all) {
      console.log(state === 'up' ? `${name}: ${address} (${origin})` : `${name}: down`);
    }
}

function statusOf(name: EngineName): Status {
  const given = process.env[engineVariables[name]];
  if (given) return { name, state: 'up', origin: 'external', address: given, details: {} };
  const engine = findRunning(name);
  if (engine === undefined) return { name, state: 'down', origin: null, address: null, details: {} };
  return { name, state: 'up', origin: engine.origin, address: engine.address, details: engine.details };
}

function chosen(names: readonly EngineName[]): readonly EngineName[] {
  return names.length > 0 ? names : engineNames;
}

await program.parseAsync();
