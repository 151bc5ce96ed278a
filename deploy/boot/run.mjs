import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Signals closer together than this are one: a terminal and npm both deliver the same Ctrl-C. */
const sameSignalMs = 500;

/** Output is shown late, so say that something happens after this long, and every so often from then on. */
const patienceMs = 3_000;
const progressMs = 15_000;

/** Environment in which `node` and all tools are those the lock file pins. */
function environment() {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, NX_DAEMON: 'false', NX_TUI: 'false' };
}

/**
 * Runs a command to its end and returns its exit code, 128 + number after a signal.
 *
 * The child leads a process group of its own, so that a Ctrl-C typed in the terminal reaches it once, through
 * here, and not a second time: servers take a second signal as an order to stop without draining.
 */
function execute(command, stdio, onSpawn) {
  const [file, ...args] = command;
  const child = spawn(file, args, { cwd: root, env: environment(), stdio, detached: true });
  let last = Number.NEGATIVE_INFINITY;
  const forward = (signal) => {
    if (performance.now() - last < sameSignalMs || child.pid === undefined) {
      return;
    }
    last = performance.now();
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The group has just ended by itself; its exit code is on its way.
    }
  };
  for (const signal of forwarded) {
    process.on(signal, forward);
  }
  onSpawn?.(child);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Cannot run ${file}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  }).finally(() => {
    for (const signal of forwarded) {
      process.removeListener(signal, forward);
    }
  });
}

/** Runs a command on the caller's terminal. */
export function run(command) {
  return execute(command, 'inherit');
}

/** nx names the log of each failed task in its summary; the reader wants the logs themselves. */
function withLogs(output) {
  const named = stripVTControlCharacters(output).matchAll(/full log: (\S+)/g);
  const logs = [...named].map(([, file]) => file ?? '').filter(existsSync);
  return [...logs.map((file) => readFileSync(file, 'utf8').trimEnd()), output].join('\n\n');
}

/**
 * Runs a command whose output matters only when it fails; tells of its progress when that takes long. Both go to
 * standard error: standard output belongs to the command that follows, such as a token in `$(npm run token …)`.
 */
export async function runQuietly(what, command) {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const say = () => console.error(`${what} … ${seconds()} s`);
  const first = setTimeout(say, patienceMs);
  const later = setInterval(say, progressMs);
  const output = [];
  const code = await execute(command, ['ignore', 'pipe', 'pipe'], (child) => {
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
  });
  clearTimeout(first);
  clearInterval(later);
  if (code !== 0) {
    process.stderr.write(withLogs(Buffer.concat(output).toString()));
  }
  return code;
}
