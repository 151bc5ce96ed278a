import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutletStatus } from './engines/carriage.ts';
import { askServers, type ServerStatus } from './engines/store-server.ts';
import type { RunningService } from './start-service.ts';

/** What a service reports about itself; nothing personal, nothing of any case. */
export interface ServiceHealth {
  readonly service: string;
  /** Servers its stores are on. */
  readonly servers: readonly ServerStatus[];
  /** Seq of the newest event; null, like everything below that is kept on a server, while that is away. */
  readonly head: number | null;
  readonly projections: unknown;
  readonly consumers: unknown;
  readonly messages: unknown;
  /** How far its logs are on a broker; empty where consumers read the logs themselves. */
  readonly publishers: readonly OutletStatus[];
}

const probeLifetime = 2_000;

/**
 * Tells why a process cannot take commands; nothing when it is ready. The reasons are names only, the log has the
 * rest. Asked more often than every two seconds, it repeats what it found: a probe writes to the disk.
 */
export function readinessProbe(services: readonly RunningService[]): () => Promise<readonly string[]> {
  let asked = Number.NEGATIVE_INFINITY;
  let found: Promise<readonly string[]> = Promise.resolve([]);
  return () => {
    if (performance.now() - asked > probeLifetime) {
      asked = performance.now();
      found = Promise.all(services.map(obstacles)).then((each) => [...new Set(each.flat())]);
    }
    return found;
  };
}

/** Details of every service. A lag here stops no official; it only delays the queries that depend on it. */
export function healthOf(services: readonly RunningService[]): Promise<readonly ServiceHealth[]> {
  return Promise.all(
    services.map(async ({ runtime, outlets }) => ({
      service: runtime.name,
      servers: await askServers(runtime.servers),
      head: await orNull(runtime.store.head()),
      projections: runtime.projections.status().map(({ name, version, state, checkpoint, failure }) => ({
        name,
        version,
        state,
        checkpoint,
        failedAt: failure?.seq ?? null,
      })),
      consumers: await orNull(runtime.transport.lag()),
      // What is kept now says more than how much was ever kept since the start.
      messages: { ...runtime.transport.processor.counters, ...(await orNull(runtime.parked.counts())) },
      publishers: outlets(),
    })),
  );
}

async function obstacles({ runtime }: RunningService): Promise<readonly string[]> {
  const found: string[] = [];
  try {
    runtime.host.clock.now();
  } catch (error) {
    runtime.log.error({ err: error }, 'not ready');
    found.push('clock');
  }
  try {
    await probeDisk(runtime.folder);
  } catch (error) {
    runtime.log.error({ err: error }, 'not ready');
    found.push(`${runtime.name} store`);
  }
  for (const { name, neededFor, reachable } of await askServers(runtime.servers)) {
    if (neededFor === 'commands' && !reachable) found.push(name);
  }
  return found;
}

/** What a server that is away cannot tell is null; the rest of the report is wanted then most of all. */
function orNull<Value>(asked: Promise<Value>): Promise<Value | null> {
  return asked.catch(() => null);
}

/** Writes and syncs one byte, as an append would. */
async function probeDisk(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = await open(join(folder, '.probe'), 'w');
  try {
    await file.writeFile('1');
    await file.sync();
  } finally {
    await file.close();
  }
}
