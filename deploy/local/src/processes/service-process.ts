import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { readyLine } from './ready-line.ts';

const startLimit = 60_000;
const stopLimit = 30_000;
const firstPause = 200;
const longestPause = 10_000;
/** One that ran so long was healthy: its next death is a first one. */
const healthyAfter = 60_000;

export interface ServiceProcessOptions {
  readonly name: string;
  /** File that runs the service. */
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Told of deaths and restarts. */
  readonly tell: (line: string) => void;
}

/** One service as a process of its own, started again with growing pauses when it dies. It keeps its port. */
export class ServiceProcess {
  readonly name: string;
  readonly #options: ServiceProcessOptions;
  #child: ChildProcess | undefined;
  #port = '0';
  #stopping = false;
  #deaths = 0;

  constructor(options: ServiceProcessOptions) {
    this.name = options.name;
    this.#options = options;
  }

  /** Address of the service. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it and waits until it is ready; rejects with its reason when it does not get there. */
  async start(): Promise<void> {
    await this.#launch();
  }

  /** Lets it drain and stop. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), stopLimit);
    await ended;
    clearTimeout(late);
  }

  async #launch(): Promise<void> {
    const child = spawn(process.execPath, [...process.execArgv, this.#options.file], {
      env: { ...process.env, ...this.#options.environment, PORT: this.#port },
      // By the channel a service learns that its supervisor is gone, however that ended.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    const started = performance.now();
    const url = await readyLine(child, startLimit).catch((error) => {
      child.kill('SIGKILL');
      throw new Error(`${this.name} does not start. ${error.message}`);
    });
    this.#port = new URL(url).port;
    child.once('exit', (code, signal) => {
      if (performance.now() - started > healthyAfter) this.#deaths = 0;
      if (!this.#stopping) void this.#restart(String(code ?? signal));
    });
  }

  async #restart(reason: string): Promise<void> {
    const { tell } = this.#options;
    while (!this.#stopping) {
      const wait = Math.min(longestPause, firstPause * 2 ** this.#deaths);
      this.#deaths += 1;
      tell(`${this.name} ended (${reason}); starting it again`);
      await pause(wait);
      if (this.#stopping) return;
      try {
        await this.#launch();
        tell(`${this.name} is back (process ${this.pid})`);
        return;
      } catch (error) {
        tell(error instanceof Error ? error.message : String(error));
      }
    }
  }
}
