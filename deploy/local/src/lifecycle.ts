import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { readOrigin } from './arguments.ts';
import { ApiProblem } from './lifecycle/api-client.ts';
import { runLifecycle } from './lifecycle/run-lifecycle.ts';
import { developmentTokens, tokensFromFile } from './lifecycle/tokens.ts';

interface LifecycleOptions {
  readonly url: string;
  readonly plan?: string;
  readonly tokens?: string;
  readonly data: string;
  readonly run?: string;
}

const program = new Command('npm run lifecycle --')
  .description('Plays every role of one case, from draft to plaque, against a running deployment.')
  .requiredOption('--url <url>', 'origin of the deployment, for example http://127.0.0.1:3000', readOrigin)
  .option('--plan <file.docx>', 'formation plan to use, in the outline of annex 2; default a sample')
  .option(
    '--tokens <file>',
    'JSON file: an access token for each role; default tokens of the development issuer',
  )
  .option('--run <id>', 'identifier of the run; the same one resumes a run that was interrupted')
  .addOption(
    new Option('--data <folder>', 'data folder of a platform on this machine')
      .env('IIC_DATA')
      .default('.iic-data'),
  )
  .action(async ({ url, plan, tokens, data, run }: LifecycleOptions) => {
    await demandAnswer(url);
    await runLifecycle({
      url,
      tokens: tokens === undefined ? await developmentTokens(data) : await tokensFromFile(tokens),
      print: console.log,
      ...(plan === undefined ? {} : { plan: await readFile(plan) }),
      ...(run === undefined ? {} : { run }),
    });
  });

/** Later a platform may be away for a minute; at the beginning the address is more likely wrong. */
async function demandAnswer(url: string): Promise<void> {
  await fetch(`${url}/health/live`).catch((error: unknown) => {
    throw new Error(`nothing answers at ${url}. Start the platform, or check --url.`, { cause: error });
  });
}

program.parseAsync().catch((error: unknown) => {
  console.error(`The lifecycle failed: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof ApiProblem && error.code === 'unauthenticated') {
    console.error(
      'Its tokens are those of the folder --data, or of the file --tokens: is that of this platform?',
    );
  }
  process.exitCode = 1;
});
