import { join } from 'node:path';
import { copyStore, type EventStore, SqliteEventStore } from '@iic/event-sourcing';
import type { BenchContext, Measures } from '../bench.ts';
import { sealedBatch } from '../envelope.ts';
import { history } from '../projection/workload.ts';

/** Copies a history into an empty store, compares every event, and gives events per second for all of it. */
export async function measureMigration(
  { folder }: BenchContext,
  count: number,
  openTarget: () => Promise<EventStore>,
  together: number,
): Promise<Measures> {
  const source = SqliteEventStore.open(join(folder, 'source.sqlite'));
  await Promise.all(
    [...history(count)].map(({ stream, events }) => source.append(sealedBatch(stream, -1, events))),
  );
  const target = await openTarget();
  const start = performance.now();
  await copyStore(source, target, { together });
  const seconds = (performance.now() - start) / 1000;
  await target.close();
  await source.close();
  return { 'copied and verified': count / seconds };
}
