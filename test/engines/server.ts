import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { NotAvailable } from './engine.ts';

const patienceMs = 60_000;

/** A new folder below that for temporary files. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `iic-${name}-`));
}

/** How a server is started. */
export interface ServerCall {
  readonly folder: string;
  readonly port: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Starts a server that outlives this process, and waits until its port answers. Throws {@link NotAvailable} with
 * the end of its log when it does not.
 */
export async function startServer(
  file: string,
  args: readonly string[],
  { folder, port, environment }: ServerCall,
): Promise<number> {
  const log = join(folder, 'server.log');
  const output = openSync(log, 'a');
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', output, output],
    detached: true,
  });
  child.on('error', () => undefined);
  if (child.pid === undefined) throw new NotAvailable(`${file} cannot be started`);
  child.unref();
  await answers(child, port, log);
  return child.pid;
}

async function answers(child: ChildProcess, port: number, log: string): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await accepts(port))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill();
      throw new NotAvailable(
        `its server does not answer: ${readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' | ')}`,
      );
    }
    await setTimeout(50);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
