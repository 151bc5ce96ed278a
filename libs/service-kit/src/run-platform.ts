import { type Platform, startPlatform } from './platform-server.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { readSettings } from './settings.ts';

const drainLimit = 30_000;
/** Within it the error has been read, and a supervisor may start it again. */
const failureLimit = 5_000;

/**
 * Runs services as this process until SIGINT or SIGTERM: prints `ready <url>` when all answer, drains on the
 * signal, and exits 1 with the reason when they cannot start.
 */
export async function runPlatform(definitions: readonly ServiceDefinition[]): Promise<void> {
  try {
    const platform = await startPlatform(definitions, readSettings(process.env));
    // Before it says so: whoever waits for that may end it at once, and it should drain then too.
    closeOnSignal(platform);
    process.stdout.write(`ready ${platform.url}\n`);
  } catch (error) {
    process.stderr.write(`cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
    setTimeout(() => process.exit(), failureLimit).unref();
  }
}

/**
 * Closes a platform on the first SIGINT or SIGTERM, and when a supervisor that keeps a channel to it is gone; a second
 * signal, or thirty seconds, ends it at once.
 */
export function closeOnSignal(platform: Platform): void {
  let closing = false;
  const stop = () => {
    if (closing) process.exit(1);
    closing = true;
    setTimeout(() => process.exit(1), drainLimit).unref();
    platform.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('disconnect', () => {
    if (!closing) stop();
  });
}
