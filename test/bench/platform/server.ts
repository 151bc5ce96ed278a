import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type DevelopmentIdentity, DevelopmentIssuer } from '@iic/access';
import { developmentIssuerFile } from '@iic/service-kit';

const entry = join(import.meta.dirname, '../../../deploy/local/dist/start.js');
const settleMs = 600_000;

interface ServiceHealth {
  readonly head: number;
  readonly projections: readonly { readonly checkpoint: number }[];
  readonly consumers: Readonly<Record<string, { readonly position: number; readonly head: number }>>;
}

/** The whole platform in a process of its own, as `npm start -- --no-demo` runs it. */
export interface Server {
  readonly url: string;
  /** From the start of the process to its `ready` line. */
  readonly readyMs: number;
  /** Memory held by the process, in MiB. */
  rss(): number;
  token(identity: DevelopmentIdentity): Promise<string>;
  /** Waits until every service has handled and shows everything that is recorded. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the built platform on a data folder. */
export async function startServer(data: string): Promise<Server> {
  const started = performance.now();
  const child = spawn(process.execPath, [entry, '--no-demo', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, IIC_LOG_LEVEL: 'warn' },
  });
  const exit = once(child, 'exit');
  // A bench that fails must not leave its platform behind: the pipes they share would keep its parent waiting.
  const end = () => child.kill('SIGKILL');
  process.on('exit', end);
  void exit.then(() => process.off('exit', end));
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const ready = /^ready (\S+)$/m.exec(output)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    void exit.then(() => reject(new Error(`The platform did not start.\n${output}`)));
  });
  const readyMs = performance.now() - started;
  const issuer = await DevelopmentIssuer.open(developmentIssuerFile(data));
  return {
    url,
    readyMs,
    rss: () =>
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    token: (identity) => issuer.issue(identity),
    async settled() {
      for (const deadline = performance.now() + settleMs; !(await isSettled(url)); await setTimeout(250)) {
        if (performance.now() > deadline) throw new Error('The platform did not catch up.');
      }
    },
    async stop() {
      child.kill('SIGTERM');
      await exit;
    },
  };
}

async function isSettled(url: string): Promise<boolean> {
  // While it catches up, the platform may end a kept connection just as it is used again.
  const response = await fetch(`${url}/health/detail`, { headers: { connection: 'close' } });
  const services = (await response.json()) as readonly ServiceHealth[];
  return services.every(
    ({ head, projections, consumers }) =>
      projections.every(({ checkpoint }) => checkpoint === head) &&
      Object.values(consumers).every((consumer) => consumer.position === consumer.head),
  );
}
