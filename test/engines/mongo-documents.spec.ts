import { defineCollection } from '@iic/read-models';
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

  it('finishes a commit that an outage interrupted before the next one, not at some later opening', async () => {
    const name = newName();
    const spec = defineCollection<{ readonly text: string }>()({
      name: 'notes',
      version: 1,
      fields: {},
      sorts: {},
    });
    const database = await MongoDocumentDatabase.open(address, name);
    const notes = database.collection(spec);
    const { deleteOne } = mongoose.Model;
    const gone = Object.assign(new Error('connection lost'), { name: 'MongoNetworkError' });
    mongoose.Model.deleteOne = () => {
      mongoose.Model.deleteOne = deleteOne;
      throw gone;
    };
    const both = [notes.preparePut('a', { text: 'a' }, 0), notes.preparePut('b', { text: 'b' }, 0)];
    await expect(database.commit(both)).rejects.toMatchObject({ code: 'read-model-unavailable' });
    await notes.delete('a', 1);
    await notes.delete('b', 1);
    await database.close();
    const again = await MongoDocumentDatabase.open(address, name);
    expect(await again.collection(spec).count()).toBe(0);
    await again.close();
    await drop(name);
  });
});
