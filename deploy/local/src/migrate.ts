import { SourceDamaged, StoresDiffer } from '@iic/event-sourcing';
import { allServices } from '@iic/standalone';
import { Command, Option } from 'commander';
import { progressLines } from './migrate/progress-line.ts';
import { type Migrated, runMigration } from './migrate/run-migration.ts';
import { readStoreAddress } from './migrate/store-address.ts';

interface MigrateOptions {
  readonly from: string;
  readonly to: string;
  readonly service: string;
  readonly verify: boolean;
  readonly json: boolean;
}

const exitCodes = { notDone: 1, usage: 2, differ: 3 } as const;

const program = new Command('npm run migrate --')
  .description(
    'Copies the event stores of one stopped service, its business log and its security log, byte for byte in the same order under the same numbers, and compares every event at the end. Run it again to go on after an interruption.',
  )
  .requiredOption(
    '--from <store>',
    'sqlite:FOLDER (the data folder) or kurrentdb:URL; kurrentdb: alone takes the setting IIC_KURRENTDB_URL(_FILE)',
  )
  .requiredOption('--to <store>', 'the same forms; empty, or the beginning of this copy')
  .addOption(
    new Option('--service <name>', 'the service whose stores move')
      .choices(allServices.map(({ name }) => name))
      .makeOptionMandatory(),
  )
  .option('--verify', 'only compare; write nothing', false)
  .option('--json', 'print the result for programs', false)
  .addHelpText(
    'after',
    '\nExit codes: 0 the stores are equal; 1 not finished (server away, service running, interrupted): run again; 2 wrong options; 3 the stores differ or the source is damaged: nothing was overwritten.',
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : exitCodes.usage))
  .action(migrate);

async function migrate({ from, to, service, verify, json }: MigrateOptions): Promise<void> {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => interrupted.abort(new Error('Interrupted. Run the same command to go on.')));
  }
  const migrated = await runMigration({
    from: readStoreAddress(from, process.env),
    to: readStoreAddress(to, process.env),
    service,
    verify,
    signal: interrupted.signal,
    onProgress: progressLines((line) => console.error(line)),
  });
  if (json) console.log(JSON.stringify({ service, ...migrated }));
  else show(migrated);
}

function show(migrated: Migrated): void {
  for (const [name, { copied, head }] of Object.entries(migrated)) {
    console.log(`${name}: ${copied} events copied; both stores hold the same ${head} events.`);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof StoresDiffer || error instanceof SourceDamaged) return exitCodes.differ;
  return error instanceof Error && 'code' in error && error.code === 'address-invalid'
    ? exitCodes.usage
    : exitCodes.notDone;
}

program.parseAsync().catch((error: unknown) => {
  console.error(`migrate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = exitCodeOf(error);
});
