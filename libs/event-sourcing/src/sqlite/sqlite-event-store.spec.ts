import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract, InMemoryEventStore, sampleBatch } from '../testing/index.ts';
import { openDurableDatabase } from './open-database.ts';
import { SqliteEventStore } from './sqlite-event-store.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'iic-store-')), 'events.sqlite');

eventStoreContract('SQLite', async () => SqliteEventStore.open(newFile()));
eventStoreContract('in memory', async () => new InMemoryEventStore());

describe('SQLite event store', () => {
  it('finds everything again after it was closed', async () => {
    const file = newFile();
    const batch = sampleBatch('a', -1, 3);
    const before = SqliteEventStore.open(file);
    await before.append(batch);
    await before.close();
    const after = SqliteEventStore.open(file);
    expect((await after.readStream('a')).map((event) => event.envelope)).toEqual(
      batch.events.map((event) => event.envelope),
    );
    expect(await after.append(sampleBatch('a', 2))).toEqual({ revision: 3, seq: 4 });
    await after.close();
  });

  it('refuses a second owner while the first has it open', async () => {
    const file = newFile();
    const store = SqliteEventStore.open(file);
    expect(() => SqliteEventStore.open(file)).toThrow('already open');
    await store.close();
    await SqliteEventStore.open(file).close();
  });

  it.each([
    ['an update', "UPDATE events SET bytes = x'00' WHERE seq = 1"],
    ['a deletion', 'DELETE FROM events WHERE seq = 2'],
    ['a replacement', "INSERT OR REPLACE INTO events VALUES (1, 1, 0, x'00', x'00')"],
    ['a gap', "INSERT INTO events VALUES (9, 1, 9, x'00', x'00')"],
    ['the renaming of a stream', "UPDATE streams SET name = 'b'"],
    ['the deletion of a stream', 'DELETE FROM streams'],
  ])('refuses %s even to one who opens the file by hand', async (_what, statement) => {
    const file = newFile();
    const store = SqliteEventStore.open(file);
    await store.append(sampleBatch('a', -1, 2));
    await store.close();
    const byHand = openDurableDatabase(file);
    expect(() => byHand.exec(statement)).toThrow(/append-only|without gaps/);
    byHand.close();
  });

  it('commits what was pending when it is closed', async () => {
    const file = newFile();
    const store = SqliteEventStore.open(file);
    const pending = store.append(sampleBatch('a', -1));
    await store.close();
    expect(await pending).toEqual({ revision: 0, seq: 1 });
    await expect(store.append(sampleBatch('b', -1))).rejects.toThrow('closed');
  });
});
