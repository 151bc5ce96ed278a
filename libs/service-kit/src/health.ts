import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutletStatus } from './engines/carriage.ts';
import type { RunningService } from './start-service.ts';

/** What a service reports about itself; nothing personal, nothing of any case. */
export interface ServiceHealth {
  readonly service: string;
  /** Seq of the newest event. */
  readonly head: number;
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
      head: await runtime.store.head(),
      projections: runtime.projections.status().map(({ name, version, state, checkpoint, failure }) => ({
        name,
        version,
        state,
        checkpoint,
        failedAt: failure?.seq ?? null,
      })),
      consumers: await runtime.transport.lag(),
      messages: { ...(await runtime.parked.counts()), ...runtime.transport.processor.counters },
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
  return found;
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
