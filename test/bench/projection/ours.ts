import { join } from 'node:path';
import { SqliteEventStore } from '@iic/event-sourcing';
import {
  defineCollection,
  defineProjection,
  ProjectionRunner,
  SqliteDocumentDatabase,
} from '@iic/read-models';
import type { EventData } from '../append/workload.ts';
import type { Bench } from '../bench.ts';
import { sealedBatch } from '../envelope.ts';
import { eventsPerStream, history, type Progress, withReport } from './workload.ts';

const patienceMs = 120_000;

const collection = defineCollection<Progress>()({
  name: 'progress',
  version: 1,
  fields: { percent: (document) => document.percent },
  sorts: { furthest: { by: ['-percent'] } },
});

const projection = defineProjection(collection, {
  idsOf: ({ envelope }) => [envelope.stream],
  apply: (document, { envelope }) => withReport(document, envelope.data as unknown as EventData),
});

async function fill(store: SqliteEventStore, count: number): Promise<void> {
  const appends = [...history(count)].map(({ stream, events }) =>
    store.append(sealedBatch(stream, -1, events)),
  );
  await Promise.all(appends);
}

/** A read model with one indexed field, from an empty database to the end of the log; events per second. */
export const bench: Bench = {
  name: 'projection: ours',
  async run({ folder, quick }) {
    const count = quick ? 5_000 : 50_000;
    const store = SqliteEventStore.open(join(folder, 'events.sqlite'));
    const database = new SqliteDocumentDatabase({ path: join(folder, 'documents.sqlite') });
    await fill(store, count);
    const runner = new ProjectionRunner({ store, database, projection });
    const start = performance.now();
    await runner.start();
    if (!(await runner.waitFor(count, patienceMs))) {
      throw new Error('The projection did not catch up.');
    }
    const seconds = (performance.now() - start) / 1000;
    if ((await runner.view.count({})) !== count / eventsPerStream) {
      throw new Error('The projection has not made every document.');
    }
    await runner.stop();
    await database.close();
    await store.close();
    return { 'catch-up': count / seconds };
  },
};
