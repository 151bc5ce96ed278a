import { measureAppends } from '../append/workload.ts';
import type { Bench } from '../bench.ts';
import { emmettTarget } from './emmett-target.ts';
import { peerPackage } from './peer-package.ts';
import { startPostgres } from './postgres-server.ts';

/** Emmett on PostgreSQL with its default of fsync and synchronous commits, on this machine over TCP. */
export const bench: Bench = {
  name: 'append: emmett-postgresql',
  async run(context) {
    const { getPostgreSQLEventStore } = await peerPackage(() => import('@event-driven-io/emmett-postgresql'));
    const server = await startPostgres(context.folder);
    try {
      return await measureAppends(async (name) => {
        const store = getPostgreSQLEventStore(await server.createDatabase(name));
        await store.schema.migrate();
        return emmettTarget(store, () => store.close());
      }, context);
    } finally {
      await server.stop();
    }
  },
};
