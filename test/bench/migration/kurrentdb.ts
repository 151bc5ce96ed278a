import { join } from 'node:path';
import { KurrentEventStore } from '@iic/event-sourcing/kurrentdb';
import { type Bench, NotAvailable } from '../bench.ts';
import { measureMigration } from './workload.ts';

/** A store copied into the server that KURRENTDB_URL names; a stand-in would give a figure of nothing. */
export const bench: Bench = {
  name: 'migration: SQLite to KurrentDB',
  run: (context) => {
    const url = process.env['KURRENTDB_URL'];
    if (!url) throw new NotAvailable('KURRENTDB_URL names no server');
    const indexFile = join(context.folder, 'index.sqlite');
    return measureMigration(
      context,
      context.quick ? 500 : 5_000,
      () => KurrentEventStore.open({ url, service: `bench-${Date.now()}`, indexFile }),
      1,
    );
  },
};
