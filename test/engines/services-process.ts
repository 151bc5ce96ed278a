import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

/** The built platform as `npm run start:services` runs it: a process for each service, behind one origin. */
export class ServicesProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #pids: Map<string, number>;

  private constructor(url: string, child: ChildProcess, pids: Map<string, number>) {
    this.url = url;
    this.#child = child;
    this.#pids = pids;
  }

  /** Starts it; rejects with what it said when it ends before it is ready. */
  static start(data: string, environment: Readonly<Record<string, string>>): Promise<ServicesProcess> {
    const file = join(root, 'deploy/local/dist/start-services.js');
    const child = spawn(process.execPath, [file, '--port', '0', '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Jest's loader is of no use to the platform.
      env: { ...process.env, ...environment, NODE_OPTIONS: '' },
    });
    const said: string[] = [];
    const pids = new Map<string, number>();
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      const [, service, pid] = /^(\S+) (?:at|is back at) .*\(process (\d+)\)$/.exec(line) ?? [];
      if (service !== undefined) pids.set(service, Number(pid));
    });
    return new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error(said.slice(-5).join('\n'))));
      createInterface(child.stdout).on('line', (line) => {
        if (line.startsWith('ready ')) resolve(new ServicesProcess(line.slice('ready '.length), child, pids));
      });
    });
  }

  /** Ends a service at once, as a power cut would. */
  kill(service: string): void {
    const pid = this.#pids.get(service);
    if (pid === undefined) throw new Error(`There is no process of ${service}.`);
    process.kill(pid, 'SIGKILL');
  }

  /** Lets all services drain and stop; resolves with the exit code. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const [code]: (number | null)[] = await ended;
    return code ?? null;
  }
}
