/** The built services as processes of their own, each of which can be killed; its supervisor starts it again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventually } from '../engines/eventually.ts';

const root = join(import.meta.dirname, '../..');
const startLimit = 120_000;
const tellsProcess = /^(\w+) (?:at \S+|is back) \(process (\d+)\)$/;

export interface ServicesOptions {
  readonly data: string;
  /** Chooses which service is killed. */
  readonly random?: () => number;
  /** Settings of the engines; default those of this machine. */
  readonly environment?: Readonly<Record<string, string>>;
}

export class ServicesPlatform {
  readonly #options: ServicesOptions;
  readonly #pids = new Map<string, number>();
  #child: ChildProcess | undefined;
  #url = '';
  #said = '';

  constructor(options: ServicesOptions) {
    this.#options = options;
  }

  get url(): string {
    return this.#url;
  }

  get services(): readonly string[] {
    return [...this.#pids.keys()].toSorted();
  }

  /** Starts all, or waits until whatever was killed is back. */
  async start(): Promise<void> {
    if (this.#child === undefined) this.#launch();
    const ready = (): boolean => this.#url !== '' && [...this.#pids.values()].every((pid) => pid > 0);
    const there = await eventually(() => ready() || this.#child?.exitCode !== null, startLimit);
    if (!there || !ready()) throw new Error(`The services are not ready: ${this.#said}`);
  }

  /** Ends one service at once (SIGKILL); default one chosen at random among those that run. */
  async kill(service = this.#any()): Promise<void> {
    const pid = this.#pids.get(service) ?? 0;
    if (pid === 0) return;
    this.#pids.set(service, 0);
    process.kill(pid, 'SIGKILL');
  }

  /** Lets all drain and stop. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = await ended;
    if (code !== 0) throw new Error(`The services ended with ${code}: ${this.#said}`);
  }

  async end(): Promise<void> {
    await this.stop();
  }

  #any(): string {
    const running = this.services.filter((service) => this.#pids.get(service) !== 0);
    return running[Math.floor((this.#options.random?.() ?? 0) * running.length)] ?? '';
  }

  #launch(): void {
    const { data, environment } = this.#options;
    const file = join(root, 'deploy/local/dist/start-services.js');
    const child = spawn(
      process.execPath,
      ['--disable-warning=TimeoutNegativeWarning', file, '--port', '0', '--data', data],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        // Jest's loader is of no use to the platform.
        env: { ...process.env, ...environment, NODE_OPTIONS: '' },
      },
    );
    this.#child = child;
    createInterface(child.stderr).on('line', (line) => this.#hear(line));
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('ready ')) this.#url = line.slice('ready '.length);
    });
  }

  #hear(line: string): void {
    this.#said = `${this.#said}${line}\n`.slice(-4_000);
    const [, service, pid] = tellsProcess.exec(line) ?? [];
    if (service !== undefined) this.#pids.set(service, Number(pid));
  }
}
