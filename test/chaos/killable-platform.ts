/** The built platform as a process of its own, which can be killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../engines/free-port.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const startLimit = 60_000;

/** One platform over all its deaths: the same data, the same port. */
export class KillablePlatform {
  readonly #data: string;
  #port: number | undefined;
  #child: ChildProcess | undefined;
  #url = '';
  #errors = '';

  constructor(data: string) {
    this.#data = data;
  }

  get url(): string {
    return this.#url;
  }

  /** Starts it and waits until it is ready. Rejects with what it said when it ends before. */
  async start(): Promise<void> {
    this.#port ??= await freePort();
    const file = join(root, 'deploy/local/dist/start.js');
    const child = spawn(
      process.execPath,
      [file, '--no-demo', '--port', String(this.#port), '--data', this.#data],
      // Jest's loader is of no use to the platform.
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
    );
    this.#child = child;
    this.#errors = '';
    child.stderr.on('data', (chunk) => {
      this.#errors = `${this.#errors}${chunk}`.slice(-4_000);
    });
    this.#url = await readyLine(child, () => this.#errors);
  }

  /** Ends it at once, as a power cut of the process would (SIGKILL). */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async end(): Promise<void> {
    await this.kill();
  }

  /** Asks it to drain and stop; rejects when it does not end well. */
  async stop(): Promise<void> {
    const code = await this.#end('SIGTERM');
    if (code !== 0) throw new Error(`The platform ended with ${code}: ${this.#errors}`);
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code]: (number | null)[] = await ended;
    return code ?? null;
  }
}

function readyLine(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The platform is not ready: ${said()}`)), startLimit);
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      reject(new Error(`The platform ended (${code ?? signal}) before it was ready: ${said()}`));
    });
    if (child.stdout === null) throw new TypeError('The platform has no standard output.');
    createInterface(child.stdout).on('line', (line) => {
      if (!line.startsWith('ready ')) return;
      clearTimeout(late);
      resolve(line.slice('ready '.length));
    });
  });
}
