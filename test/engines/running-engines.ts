import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Engine, type EngineName, engineNames, type Tell } from './engine.ts';
import { cacheFolder } from './paths.ts';
import { endWith, isAlive } from './server-end.ts';
import { isRunning, startEngine, stopEngine } from './start-engine.ts';

/** A running engine, and whose run of the tests it ends with; `null` runs until `engines down`. */
interface Entry {
  readonly engine: Engine;
  readonly owner: string | null;
}

function entryFile(name: EngineName): string {
  return join(cacheFolder('running'), `${name}.json`);
}

function readEntry(name: EngineName): Entry | undefined {
  try {
    const entry: Entry = JSON.parse(readFileSync(entryFile(name), 'utf8'));
    return isRunning(entry.engine) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** The engine of that name that was started here and still runs. */
export function findRunning(name: EngineName): Engine | undefined {
  return readEntry(name)?.engine;
}

/** The engine that runs, or one that is started now and shared with whoever asks next. Throws `NotAvailable`. */
export async function sharedEngine(name: EngineName, owner: string | null, tell?: Tell): Promise<Engine> {
  const running = findRunning(name);
  if (running !== undefined) return running;
  return withLock(name, async () => {
    const meanwhile = findRunning(name);
    if (meanwhile !== undefined) return meanwhile;
    const engine = await startEngine(name, tell);
    if (engine.origin !== 'external') writeFileSync(entryFile(name), JSON.stringify({ engine, owner }));
    if (owner !== null && engine.stopper.kind === 'process') endWith(Number(owner), engine.stopper);
    return engine;
  });
}

/** Stops engines that were started here: those of one owner, or all. Resolves with their names. */
export async function stopRunning(
  names: readonly EngineName[] = engineNames,
  owner?: string,
): Promise<readonly EngineName[]> {
  const stopped: EngineName[] = [];
  for (const name of names) {
    const entry = readEntry(name);
    if (entry === undefined || (owner !== undefined && entry.owner !== owner)) continue;
    await stopEngine(entry.engine);
    rmSync(entryFile(name), { force: true });
    stopped.push(name);
  }
  return stopped;
}

/** Two test workers that need the same engine must not both start it. */
async function withLock<T>(name: EngineName, work: () => Promise<T>): Promise<T> {
  const lock = join(cacheFolder('running'), `${name}.lock`);
  while (!take(lock)) await setTimeout(200);
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** A lock is a folder that names its holder's process; one whose holder is no more is taken away. */
function take(lock: string): boolean {
  const own = `${lock}.${process.pid}`;
  mkdirSync(join(own, String(process.pid)), { recursive: true });
  try {
    renameSync(own, lock);
    return true;
  } catch {
    rmSync(own, { recursive: true, force: true });
    const [holder] = holdersOf(lock);
    if (holder !== undefined && !isAlive(Number(holder))) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function holdersOf(lock: string): readonly string[] {
  try {
    return readdirSync(lock);
  } catch {
    return [];
  }
}
