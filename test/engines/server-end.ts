import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** A server that was started here, and the folder it works in. */
export interface StartedServer {
  readonly pid: number;
  readonly folder: string;
}

const patienceMs = 10_000;

/** Whether a process lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ends a server, by force if it does not end when asked, and removes its folder. */
export async function endServer({ pid, folder }: StartedServer): Promise<void> {
  const deadline = performance.now() + patienceMs;
  if (isAlive(pid)) process.kill(pid, 'SIGTERM');
  while (isAlive(pid) && performance.now() < deadline) await setTimeout(50);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Ends a server when another process is no more, however that ended; it takes a small shell to watch. */
export function endWith(owner: number, { pid, folder }: StartedServer): void {
  const watch = `while kill -0 "$1" && kill -0 "$2"; do sleep 2; done
    kill -0 "$1" || kill "$2"
    while kill -0 "$2"; do sleep 1; done
    rm -rf "$3"`;
  const args = ['-c', watch, 'iic-engine-watch', String(owner), String(pid), folder];
  spawn('sh', args, { detached: true, stdio: 'ignore' }).unref();
}
