import { resolve } from 'node:path';
import { type BackupManifest, backUp } from '@iic/service-kit';
import { Command, Option } from 'commander';

interface BackupOptions {
  readonly data: string;
  readonly to: string;
  readonly keysTo?: string;
}

const program = new Command('npm run backup --')
  .description(
    'Copies a data folder while the platform may run: all stores as they were at one moment, attachments, then keys. Every event is checked against its leaf hash.',
  )
  .addOption(
    new Option('--data <folder>', 'data folder of the platform').env('IIC_DATA').default('.iic-data'),
  )
  .requiredOption('--to <folder>', 'new or empty folder for the backup')
  .option('--keys-to <folder>', 'new or empty folder for the keys; default the folder "keys" in the backup')
  .action(async ({ data, to, keysTo }: BackupOptions) => {
    const manifest = await backUp({
      data: resolve(data),
      to: resolve(to),
      ...(keysTo === undefined ? {} : { keysTo: resolve(keysTo) }),
    });
    for (const line of report(manifest)) console.log(line);
    console.log(
      `The keys are in ${keysTo ?? `${to}/keys`}: store them apart, for without them the rest is unreadable.`,
    );
  });

function report({ backup, takenAt, files, stores }: BackupManifest): readonly string[] {
  return [
    `Backup ${backup} of ${takenAt}: ${files.length} files.`,
    ...stores.map(
      ({ source, head, leaf }) => `  ${source} up to ${head}${leaf === null ? '' : `, leaf ${leaf}`}`,
    ),
  ];
}

program.parseAsync().catch((error: unknown) => {
  console.error(`No backup was made: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
