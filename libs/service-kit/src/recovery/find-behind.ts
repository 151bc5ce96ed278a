import { feedName } from '@iic/messaging';
import { securitySource } from '../security-log.ts';
import type { ServiceRuntime } from '../service-runtime.ts';
import { excusedSightings } from './excused-sightings.ts';
import type { BehindStore, Sighting } from './store-behind.ts';

interface SightingOf extends Sighting {
  readonly source: string;
}

/**
 * Stores that end before what consumers, read models or the audit archive of these services have seen of them. Only
 * opened services are looked at, none of which may have started.
 */
export async function findBehind(runtimes: readonly ServiceRuntime[]): Promise<readonly BehindStore[]> {
  const sightings = (await Promise.all(runtimes.map(sightingsOf))).flat();
  const behind = runtimes.flatMap((runtime) => [
    storeBehind(runtime.name, runtime, runtime.store.head(), sightings),
    storeBehind(securitySource(runtime.name), runtime, runtime.security.store.head(), sightings),
  ]);
  return (await Promise.all(behind)).filter(({ seen }) => seen.length > 0);
}

async function storeBehind(
  source: string,
  runtime: ServiceRuntime,
  last: Promise<number>,
  sightings: readonly SightingOf[],
): Promise<BehindStore> {
  const head = await last;
  const later = sightings.filter((sighting) => sighting.source === source && sighting.seq > head);
  // What an earlier recovery was told of is read only when something is wrong.
  const excused = later.length === 0 ? new Map<string, number>() : await excusedSightings(runtime, source);
  const seen = later
    .filter(({ by, seq }) => seq > (excused.get(by) ?? 0))
    .map(({ by, seq }) => ({ by, seq }));
  return { source, head, seen };
}

async function sightingsOf(runtime: ServiceRuntime): Promise<readonly SightingOf[]> {
  const { sources, channel = 'integration', kept } = runtime.definition.consumes;
  const consumed = sources.map(async (source) => ({
    source,
    by: runtime.name,
    seq: await runtime.consumers.checkpoint(runtime.name, feedName(source, channel)),
  }));
  const archived = [...(kept?.(runtime) ?? [])].map(([source, seq]) => ({
    source,
    by: `the archive of ${runtime.name}`,
    seq,
  }));
  const projected = (await runtime.projections.stored()).map(({ name, seq }) => ({
    source: runtime.name,
    by: `the read model ${name}`,
    seq,
  }));
  return [...(await Promise.all(consumed)), ...archived, ...projected];
}
