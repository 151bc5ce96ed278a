/** Loads the public events of a platform into DuckDB and answers three questions; `--help` tells how. */
import { Command } from 'commander';
import { loadFeeds, openEventTable } from './event-table.ts';
import { adjustments, answer, leadTimes, spending } from './questions.ts';

interface Options {
  readonly url: string;
  readonly token?: string;
  readonly database: string;
}

new Command('node test/consumers/analytics.ts')
  .description('Loads public events into DuckDB and answers three questions.')
  .requiredOption('--url <url>', 'origin of the platform, for example http://127.0.0.1:3000')
  .option('--token <token>', 'access token with the role analytics; default: the variable IIC_TOKEN')
  .option('--database <file>', 'DuckDB file to keep; it remembers how far it has read', ':memory:')
  .action(async ({ url, token = process.env['IIC_TOKEN'], database: file }: Options) => {
    if (token === undefined) throw new Error('Give an access token: --token, or the variable IIC_TOKEN.');
    const database = await openEventTable(file);
    console.log(`${await loadFeeds(database, url, token)} new events.`);
    for (const question of [leadTimes, adjustments, spending]) {
      console.log(`\n${question.title}`);
      console.table(await answer(database, question));
    }
    database.closeSync();
  })
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
