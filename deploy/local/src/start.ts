import { join, resolve } from 'node:path';
import { closeOnSignal, type Platform, readSettings, startPlatform } from '@iic/service-kit';
import { allServices } from '@iic/standalone';
import { Command, Option } from 'commander';
import { readPortNumber } from './arguments.ts';
import { nextDemonstration, noteDemonstration } from './demonstration.ts';
import { runLifecycle } from './lifecycle/run-lifecycle.ts';
import { developmentTokens } from './lifecycle/tokens.ts';

interface StartOptions {
  readonly demo: boolean;
  readonly data: string;
  readonly port: number;
  readonly recover?: string;
}

const program = new Command('npm start --')
  .description(
    'Starts every service in this process behind one origin, with an embedded store, and on an empty store drives a demonstration case from draft to plaque. Ctrl-C drains and stops; the next start finds everything again.',
  )
  .option('--no-demo', 'start without the demonstration case')
  .addOption(new Option('--data <folder>', 'folder of all data').env('IIC_DATA').default('.iic-data'))
  .addOption(
    new Option('--port <number>', 'TCP port; 0 takes a free one')
      .env('PORT')
      .argParser(readPortNumber)
      .default(3000),
  )
  .addOption(
    new Option(
      '--recover <reason>',
      'start once although a store ends before what others have seen of it; the reason is recorded',
    ).env('IIC_RECOVER'),
  )
  .action(start);

async function start({ demo, data, port, recover = '' }: StartOptions): Promise<void> {
  const folder = resolve(data);
  const platform = await startPlatform(
    allServices,
    readSettings({
      IIC_DEV_ISSUER: process.env['IIC_OIDC_ISSUER'] === undefined ? '1' : '',
      IIC_LOG_FILE: join(folder, 'platform.log'),
      ...process.env,
      IIC_DATA: folder,
      PORT: String(port),
      IIC_RECOVER: recover,
    }),
  );
  closeOnSignal(platform);
  console.log(`ready ${platform.url}`);
  const demonstration = demo ? nextDemonstration(folder, await isEmpty(platform)) : undefined;
  if (demonstration !== undefined) await demonstrate(platform, folder, demonstration.run);
  whereToLook(platform.url);
}

async function isEmpty({ services }: Platform): Promise<boolean> {
  const heads = await Promise.all(services.map(({ runtime }) => runtime.store.head()));
  return heads.every((head) => head === 0);
}

/** A demonstration that is interrupted goes on with the next start. One that fails says so and leaves the platform running, so that one can look why. */
async function demonstrate({ url }: Platform, folder: string, run: string): Promise<void> {
  try {
    noteDemonstration(folder, { run, finished: false });
    await runLifecycle({ url, run, tokens: await developmentTokens(folder), print: console.log });
    noteDemonstration(folder, { run, finished: true });
  } catch (error) {
    console.error(`The demonstration failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

function whereToLook(url: string): void {
  console.log(`
Where to look:
  API page   ${url}/api
  register   ${url}/registry/centers
  timeline   ${url}/timeline/<case>   (needs a token: npm run token -- --help)
  health     ${url}/health/detail
Ctrl-C stops.`);
}

program.parseAsync().catch((error: unknown) => {
  console.error(`cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
