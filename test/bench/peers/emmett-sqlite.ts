import { join } from 'node:path';
import { measureAppends } from '../append/workload.ts';
import type { Bench } from '../bench.ts';
import { emmettTarget } from './emmett-target.ts';
import { peerPackage } from './peer-package.ts';

/** Emmett on SQLite; it opens its file in WAL mode, and SQLite's own default is synchronous=FULL. */
export const bench: Bench = {
  name: 'append: emmett-sqlite',
  run(context) {
    // With many callers its statements also fail where nobody can catch it; the callers' own errors are counted.
    process.on('unhandledRejection', () => undefined);
    process.on('uncaughtException', () => undefined);
    return measureAppends(async (name) => {
      const { getSQLiteEventStore } = await peerPackage(() => import('@event-driven-io/emmett-sqlite'));
      const store = getSQLiteEventStore({
        fileName: join(context.folder, `${name}.sqlite`),
        schema: { autoMigration: 'CreateOrUpdate' },
      });
      await store.schema.migrate();
      return emmettTarget(store, async () => undefined);
    }, context);
  },
};
