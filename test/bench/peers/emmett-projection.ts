import type { Bench } from '../bench.ts';
import { history, type Progress, withReport } from '../projection/workload.ts';
import { peerPackage } from './peer-package.ts';
import { startPostgres } from './postgres-server.ts';

/** As many events per transaction as ours takes. */
const batchSize = 1_000;

/** Emmett's asynchronous projection into Pongo documents on PostgreSQL, from nothing to the end of the log. */
export const bench: Bench = {
  name: 'projection: emmett-postgresql',
  async run({ folder, quick }) {
    const { getPostgreSQLEventStore, pongoMultiStreamProjection } = await peerPackage(
      () => import('@event-driven-io/emmett-postgresql'),
    );
    const count = quick ? 500 : 5_000;
    const server = await startPostgres(folder);
    try {
      const store = getPostgreSQLEventStore(await server.createDatabase('projection'));
      await store.schema.migrate();
      for (const { stream, events } of history(count)) {
        const messages = events.map((data) => ({ type: 'ProgressReported', data }));
        await store.appendToStream(stream, messages, { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' });
      }
      const consumer = store.consumer({ stopWhen: { noMessagesLeft: true }, pulling: { batchSize } });
      consumer.projector({
        processorId: 'progress',
        projection: pongoMultiStreamProjection<Progress>({
          collectionName: 'progress',
          canHandle: ['ProgressReported'],
          getDocumentId: (event) => event.data.caseId,
          evolve: (document, event) => withReport(document, event.data),
        }),
      });
      const start = performance.now();
      await consumer.start();
      const seconds = (performance.now() - start) / 1000;
      await consumer.close();
      await store.close();
      return { 'catch-up': count / seconds };
    } finally {
      await server.stop();
    }
  },
};
