import { MongoDocumentDatabase } from '@iic/read-models/mongodb';
import { startEngine, stopEngine } from '../../engines/index.ts';
import { available } from '../available.ts';
import type { Bench } from '../bench.ts';
import { measureCollection } from './workload.ts';

/** The same collection on a server that speaks the protocol of MongoDB. */
export const bench: Bench = {
  name: 'collection: MongoDB protocol',
  async run({ quick }) {
    const engine = await available(() => startEngine('mongodb'));
    try {
      const name = `bench-${process.pid}-${Date.now().toString(36)}`;
      const database = await MongoDocumentDatabase.open(engine.address, name);
      try {
        return await measureCollection(database, quick ? 500 : 3_000);
      } finally {
        await database.close();
      }
    } finally {
      await stopEngine(engine);
    }
  },
};
