import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningService } from './start-service.ts';

/** What a service reports about itself; nothing personal, nothing of any case. */
export interface ServiceHealth {
  readonly service: string;
  /** Seq of the newest event. */
  readonly head: number;
  readonly projections: unknown;
  readonly consumers: unknown;
  readonly messages: unknown;
}

/** Why a process cannot take commands; empty when it is ready. */
export async function obstaclesTo(services: readonly RunningService[]): Promise<readonly string[]> {
  const found = await Promise.all(services.map(obstacles));
  return found.flat();
}

/** Details of every service. A lag here stops no official; it only delays the queries that depend on it. */
export function healthOf(services: readonly RunningService[]): Promise<readonly ServiceHealth[]> {
  return Promise.all(
    services.map(async ({ runtime }) => ({
      service: runtime.name,
      head: await runtime.store.head(),
      projections: runtime.projections.status(),
      consumers: await runtime.transport.lag(),
      messages: { ...(await runtime.parked.counts()), ...runtime.transport.processor.counters },
    })),
  );
}

async function obstacles({ runtime }: RunningService): Promise<readonly string[]> {
  const found: string[] = [];
  try {
    runtime.host.clock.now();
  } catch (error) {
    found.push(`clock: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    await probeDisk(runtime.folder);
  } catch (error) {
    found.push(`${runtime.name} store: ${error instanceof Error ? error.message : String(error)}`);
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
