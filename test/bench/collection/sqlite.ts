import { join } from 'node:path';
import { SqliteDocumentDatabase } from '@iic/read-models';
import type { Bench } from '../bench.ts';
import { measureCollection } from './workload.ts';

/** The read models of the embedded platform. */
export const bench: Bench = {
  name: 'collection: SQLite',
  async run({ folder, quick }) {
    const database = new SqliteDocumentDatabase({ path: join(folder, 'documents.sqlite') });
    try {
      return await measureCollection(database, quick ? 1_000 : 10_000);
    } finally {
      await database.close();
    }
  },
};
