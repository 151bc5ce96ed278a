import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** How a service ended. */
export interface ServiceRun {
  readonly code: number | null;
  /** Everything it said, on both channels. */
  readonly said: string;
}

const services = join(import.meta.dirname, '../../services');
const patience = 120_000;

/** Runs a service as an operator does, and asks it to end as soon as it is ready; resolves when it has ended. */
export async function runService(
  name: string,
  environment: Readonly<Record<string, string>>,
): Promise<ServiceRun> {
  const child = spawn(process.execPath, [join(services, name, 'dist/main.js')], {
    env: { ...process.env, NODE_OPTIONS: '', IIC_DEV_ISSUER: '1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  let said = '';
  let asked = false;
  const hear = (chunk: unknown): void => {
    said += String(chunk);
    // Once: a second signal would end it without draining.
    if (asked || !/^ready /m.test(said)) return;
    asked = child.kill('SIGTERM');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [code]: (number | null)[] = await once(child, 'close');
  return { code: code ?? null, said };
}
