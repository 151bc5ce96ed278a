import type { ServiceRuntime } from '../service-runtime.ts';

const pageSize = 1_000;

/** What earlier recoveries of a store were told that others had seen, by who had: that they know is on record. */
export async function excusedSightings(
  { security }: ServiceRuntime,
  source: string,
): Promise<ReadonlyMap<string, number>> {
  const excused = new Map<string, number>();
  const head = await security.store.head();
  for (let after = 0; after < head; after += pageSize) {
    for (const { envelope } of await security.store.readAll(after, pageSize)) {
      const { type, data } = envelope;
      if (type !== 'StoreRecovered' || !isRecovery(data) || data.store !== source) continue;
      for (const { by, seq } of data.seen) excused.set(by, Math.max(seq, excused.get(by) ?? 0));
    }
  }
  return excused;
}

interface Recovery {
  readonly store: string;
  readonly seen: readonly { readonly by: string; readonly seq: number }[];
}

function isRecovery(data: unknown): data is Recovery {
  return typeof data === 'object' && data !== null && 'store' in data && 'seen' in data;
}
