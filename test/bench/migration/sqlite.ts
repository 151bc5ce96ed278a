import { join } from 'node:path';
import { SqliteEventStore } from '@iic/event-sourcing';
import type { Bench } from '../bench.ts';
import { measureMigration } from './workload.ts';

/** A store copied from file to file. */
export const bench: Bench = {
  name: 'migration: SQLite to SQLite',
  run: (context) =>
    measureMigration(
      context,
      context.quick ? 5_000 : 50_000,
      async () => SqliteEventStore.open(join(context.folder, 'target.sqlite')),
      500,
    ),
};
