import { feedName } from '@iic/messaging';
import { securitySource } from '../security-log.ts';
import type { ServiceRuntime } from '../service-runtime.ts';
import { excusedSightings } from './excused-sightings.ts';
import type { BehindStore, Sighting } from './store-behind.ts';

interface SightingOf extends Sighting {
  readonly source: string;
  /** The log has another event under that seq. */
  readonly isLost?: boolean;
}

/**
 * Stores that end before what consumers, read models, the audit archive of these services or a broker have seen of
 * them. Only opened services are looked at, none of which may have started. A broker may be away at any start but a
 * recovery; its publisher asks it again.
 */
export async function findBehind(
  runtimes: readonly ServiceRuntime[],
  recovering: boolean,
): Promise<readonly BehindStore[]> {
  const seen = await Promise.all([
    ...runtimes.map(sightingsOf),
    ...runtimes.map((runtime) => (recovering ? publishedOf(runtime) : publishedAsFarAsKnown(runtime))),
  ]);
  const sightings = seen.flat();
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
  const later = sightings.filter(
    (sighting) => sighting.source === source && (sighting.isLost === true || sighting.seq > head),
  );
  // What an earlier recovery was told of is read only when something is wrong.
  const excused = later.length === 0 ? new Map<string, number>() : await excusedSightings(runtime, source);
  const seen = later
    .filter(({ by, seq }) => seq > (excused.get(by) ?? 0))
    .map(({ by, seq }) => ({ by, seq }));
  return { source, head, seen };
}

async function publishedAsFarAsKnown(runtime: ServiceRuntime): Promise<readonly SightingOf[]> {
  try {
    return await publishedOf(runtime);
  } catch (error) {
    runtime.log.warn({ err: error }, 'the broker cannot say what it has of the logs');
    return [];
  }
}

/** What a broker has of the logs of a service, where it ends with an event that the log does not hold. */
async function publishedOf({ name, host, store, security }: ServiceRuntime): Promise<readonly SightingOf[]> {
  const logs = [
    { source: name, log: store },
    { source: securitySource(name), log: security.store },
  ];
  const found = logs.map(async ({ source, log }) => {
    const last = await host.carriage.findPublished?.(source);
    if (last === undefined) return [];
    const [own] = await log.readAll(last.seq - 1, 1);
    const isHeld = own !== undefined && Buffer.compare(own.leaf, last.leaf) === 0;
    return isHeld ? [] : [{ source, by: 'the broker', seq: last.seq, isLost: true }];
  });
  return (await Promise.all(found)).flat();
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
