import { resolve } from 'node:path';
import { restore } from '@iic/service-kit';
import { Command, Option } from 'commander';

interface RestoreOptions {
  readonly from: string;
  readonly keys?: string;
  readonly data: string;
}

const program = new Command('npm run restore --')
  .description(
    'Makes a data folder from a backup. Everything is verified before anything is written: files, events, and where each store ended.',
  )
  .requiredOption('--from <folder>', 'folder of the backup')
  .option(
    '--keys <folder>',
    'folder of the keys, of this backup or a later one; default "keys" in the backup',
  )
  .addOption(new Option('--data <folder>', 'new or empty data folder').env('IIC_DATA').makeOptionMandatory())
  .action(async ({ from, keys, data }: RestoreOptions) => {
    const { backup, takenAt, product, stores } = await restore({
      from: resolve(from),
      data: resolve(data),
      ...(keys === undefined ? {} : { keys: resolve(keys) }),
    });
    console.log(`Restored backup ${backup} of ${takenAt}, made by version ${product}.`);
    for (const { source, head } of stores) console.log(`  ${source} up to ${head}`);
    console.log(`Start it with: npm start -- --data ${data}`);
  });

program.parseAsync().catch((error: unknown) => {
  console.error(`Nothing was restored: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
