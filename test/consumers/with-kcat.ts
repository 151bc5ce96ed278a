/** Reads public events with kcat, a client nobody here wrote. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fromHeaders, type PublicEvent } from './cloud-event.ts';

const run = promisify(execFile);

/** A record as `kcat -J` prints it; headers alternate between names and values. */
interface KcatRecord {
  readonly headers: readonly string[];
  readonly payload: string;
}

/** Why kcat cannot be used here, or undefined when it can. In CI it is installed where that is possible. */
export async function whyNoKcat(): Promise<string | undefined> {
  if (await isThere()) return undefined;
  const advice = 'kcat is not installed (Debian: apt-get install kcat)';
  if (process.env['CI'] !== 'true' || process.getuid?.() !== 0) return advice;
  await run('apt-get', ['update']).catch(() => undefined);
  await run('apt-get', ['install', '-y', 'kcat']).catch(() => undefined);
  return (await isThere()) ? undefined : `${advice}, and could not be installed`;
}

async function isThere(): Promise<boolean> {
  return run('kcat', ['-V']).then(
    () => true,
    () => false,
  );
}

/** Every event of a topic from the beginning to its present end. */
export async function readWithKcat(brokers: string, topic: string): Promise<PublicEvent[]> {
  const args = ['-b', brokers, '-C', '-t', topic, '-o', 'beginning', '-e', '-q', '-J'];
  const { stdout } = await run('kcat', args, { maxBuffer: 64 * 1024 * 1024 });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { headers, payload }: KcatRecord = JSON.parse(line);
      return fromHeaders(paired(headers), payload);
    });
}

function paired(headers: readonly string[]): Record<string, string> {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < headers.length; at += 2) pairs.push([headers[at] ?? '', headers[at + 1] ?? '']);
  return Object.fromEntries(pairs);
}
