import { allServices } from '@iic/standalone';
import { Argument, Command, Option } from 'commander';
import { type Movable, movables, move } from './migrate/moves.ts';
import { progressLines } from './migrate/progress-line.ts';

interface MigrateOptions {
  readonly from: string;
  readonly to: string;
  readonly keys?: string;
  readonly service: string;
  readonly verify: boolean;
  readonly json: boolean;
}

const exitCodes = { notDone: 1, usage: 2, differ: 3 } as const;

const help = `
Stores, where FOLDER is the data folder that all services share:
  events       sqlite:FOLDER, kurrentdb:URL, or kurrentdb: for IIC_KURRENTDB_URL(_FILE).
               The business log and the security log, byte for byte under the same numbers.
  keys         sqlite:FOLDER, mongodb://ADDRESS, or mongodb: for IIC_MONGODB_URL(_FILE); the database is that of
               IIC_MONGODB_PREFIX. A key destroyed on either side is destroyed in the target afterwards.
  attachments  folder:FOLDER, or s3: for IIC_S3_ENDPOINT, IIC_S3_BUCKET and the like.
               Sealed as they are; each is opened and compared with the SHA-256 it is named by.

Exit codes: 0 all is equal; 1 not finished (server away, service running, interrupted): run again; 2 wrong options or settings; 3 the target differs or the source is damaged: nothing was overwritten.`;

const program = new Command('npm run migrate --')
  .description(
    'Copies what one stopped service keeps to where it will keep it, and compares all of it at the end. Run it again to go on after an interruption. Whatever the target has that differs is refused by name and never overwritten.',
  )
  .addArgument(new Argument('[what]', 'what moves').choices(movables).default('events'))
  .requiredOption('--from <store>', 'where it is; see below')
  .requiredOption('--to <store>', 'where it will be: empty, or the beginning of this copy')
  .addOption(
    new Option('--service <name>', 'the service it belongs to')
      .choices(allServices.map(({ name }) => name))
      .makeOptionMandatory(),
  )
  .option('--keys <store>', 'the keys that open the attachments; default those in the data folder named')
  .option('--verify', 'only compare; write nothing', false)
  .option('--json', 'print the result for programs', false)
  .addHelpText('after', help)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : exitCodes.usage))
  .action(migrate);

async function migrate(what: Movable, { json, ...options }: MigrateOptions): Promise<void> {
  // What is made here, keys above all, is for the account that runs the services alone.
  process.umask(0o077);
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => interrupted.abort(new Error('Interrupted. Run the same command to go on.')));
  }
  const { signal } = interrupted;
  const onProgress = progressLines((line) => console.error(line));
  const { counts, lines } = await move(what, { ...options, signal, onProgress }, process.env);
  if (json) console.log(JSON.stringify({ service: options.service, ...counts }));
  else for (const line of lines) console.log(line);
}

const codesOf: Readonly<Record<string, number>> = {
  'address-invalid': exitCodes.usage,
  'settings-invalid': exitCodes.usage,
  'stores-differ': exitCodes.differ,
  'source-damaged': exitCodes.differ,
  'case-key-missing': exitCodes.differ,
};

function exitCodeOf(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return (typeof code === 'string' ? codesOf[code] : undefined) ?? exitCodes.notDone;
}

program.parseAsync().catch((error: unknown) => {
  console.error(`migrate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = exitCodeOf(error);
});
