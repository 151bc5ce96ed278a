import { MongoDocumentDatabase } from '@iic/read-models/mongodb';
import { collectionContract } from '@iic/read-models/testing';
import mongoose from 'mongoose';
import { describeWithEngine } from './index.ts';

let made = 0;

await describeWithEngine('mongodb', 'MongoDocumentDatabase', ({ address, details }) => {
  async function drop(name: string): Promise<void> {
    const connection = await mongoose.createConnection(address, { dbName: name }).asPromise();
    await connection.dropDatabase();
    await connection.close();
  }

  const newName = (): string => {
    made += 1;
    return `documents-${process.pid}-${Date.now().toString(36)}-${made}`;
  };

  collectionContract(details['server'] ?? 'MongoDB', async () => {
    const name = newName();
    const database = await MongoDocumentDatabase.open(address, name);
    return {
      database,
      async dispose() {
        await database.close();
        await drop(name);
      },
    };
  });
});
