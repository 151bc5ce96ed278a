import { NotAvailable } from './engine.ts';
import { eventually } from './eventually.ts';
import { type ServerCall, startServer } from './server.ts';

/** A server of one test: it can be ended, and started again with the same data and port. */
export class RestartableServer {
  readonly address: string;
  readonly #file: string;
  readonly #args: readonly string[];
  readonly #call: ServerCall;
  #pid: number | undefined;

  constructor(file: string, args: readonly string[], call: ServerCall, address: string) {
    this.#file = file;
    this.#args = args;
    this.#call = call;
    this.address = address;
  }

  /** Starts it and waits until it answers. Throws {@link NotAvailable}. */
  async start(): Promise<void> {
    this.#pid = await startServer(this.#file, this.#args, this.#call);
  }

  /** Ends it at once (SIGKILL) and waits until it is gone. Does nothing when it does not run. */
  async end(): Promise<void> {
    const pid = this.#pid;
    if (pid === undefined) return;
    this.#pid = undefined;
    if (!(await eventually(() => !signal(pid)))) throw new NotAvailable(`process ${pid} does not end`);
  }
}

/** Whether there was a process to kill. */
function signal(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}
