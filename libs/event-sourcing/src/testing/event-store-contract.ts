import { type EventStore, RevisionConflict, type StoredEvent } from '../event-store.ts';
import { sampleBatch } from './sample-events.ts';

/** What every event store must do; `open` makes an empty store. Runs under any runner with these globals. */
export function eventStoreContract(name: string, open: () => Promise<EventStore>): void {
  describe(`event store contract: ${name}`, () => {
    let store: EventStore;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(async () => {
      await store.close();
    });

    it('keeps bytes and leaf as they were appended', async () => {
      const batch = sampleBatch('a', -1, 2, { data: { text: '产业创新中心 🏭', n: 1.5 } });
      await store.append(batch);
      const stored = await store.readStream('a');
      expect(stored.map(bytesAndLeaf)).toEqual(batch.events.map(bytesAndLeaf));
      expect(stored.map((event) => event.envelope)).toEqual(batch.events.map((event) => event.envelope));
    });

    it('numbers all events 1, 2, 3 … across streams', async () => {
      await store.append(sampleBatch('a', -1, 2));
      await store.append(sampleBatch('b', -1, 1));
      expect(await store.append(sampleBatch('a', 1, 1))).toEqual({ revision: 2, seq: 4 });
      expect((await store.readAll(0, 10)).map((event) => event.seq)).toEqual([1, 2, 3, 4]);
      expect(await store.head()).toBe(4);
    });

    it('refuses an append at any other revision than the exact one', async () => {
      await store.append(sampleBatch('a', -1, 2));
      for (const expected of [-1, 0, 2, 7]) {
        await expect(store.append(sampleBatch('a', expected))).rejects.toBeInstanceOf(RevisionConflict);
      }
      await expect(store.append(sampleBatch('new', 0))).rejects.toBeInstanceOf(RevisionConflict);
      expect(await store.head()).toBe(2);
    });

    it('answers the repeat of a stored append with its first outcome', async () => {
      const batch = sampleBatch('a', -1, 2);
      const first = await store.append(batch);
      await store.append(sampleBatch('a', 1, 1));
      expect(await store.append(batch)).toEqual(first);
      expect(await store.head()).toBe(3);
    });

    it('lets exactly one of two appends at the same revision through, and does not disturb others', async () => {
      const results = await Promise.allSettled([
        store.append(sampleBatch('a', -1)),
        store.append(sampleBatch('a', -1)),
        store.append(sampleBatch('b', -1)),
      ]);
      expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
      expect((await store.readStream('a')).length).toBe(1);
      expect((await store.readStream('b')).length).toBe(1);
      expect((await store.readAll(0, 10)).map((event) => event.seq)).toEqual([1, 2]);
    });

    it('reads a part of a stream, forwards and backwards, up to a revision or an instant', async () => {
      for (let revision = 0; revision < 5; revision += 1) {
        await store.append(
          sampleBatch('a', revision - 1, 1, { recordedAt: `2026-03-0${revision + 1}T00:00:00.000Z` }),
        );
      }
      expect(revisions(await store.readStream('a', { from: 1, to: 3 }))).toEqual([1, 2, 3]);
      expect(revisions(await store.readStream('a', { backwards: true, limit: 2 }))).toEqual([4, 3]);
      expect(revisions(await store.readStream('a', { recordedUntil: '2026-03-03T00:00:00.000Z' }))).toEqual([
        0, 1, 2,
      ]);
      expect(
        revisions(
          await store.readStream('a', {
            recordedUntil: '2026-03-03T12:00:00.000Z',
            backwards: true,
            limit: 1,
          }),
        ),
      ).toEqual([2]);
      expect(await store.readStream('missing')).toEqual([]);
    });

    it('finds the stream that a command began, and no other', async () => {
      await store.append(sampleBatch('a', -1, 2, { commandId: 'registers a' }));
      await store.append(sampleBatch('a', 1, 1, { commandId: 'changes a' }));
      await store.append(sampleBatch('b', -1, 1, { commandId: 'registers b' }));
      expect(await store.streamBegunBy('registers a')).toBe('a');
      expect(await store.streamBegunBy('registers b')).toBe('b');
      expect(await store.streamBegunBy('changes a')).toBeUndefined();
      expect(await store.streamBegunBy('unknown')).toBeUndefined();
    });

    it('reads all in bounded pages', async () => {
      await store.append(sampleBatch('a', -1, 5));
      expect((await store.readAll(0, 2)).map((event) => event.seq)).toEqual([1, 2]);
      expect((await store.readAll(4, 2)).map((event) => event.seq)).toEqual([5]);
      expect(await store.readAll(5, 2)).toEqual([]);
    });

    it('follows what is there and what comes, until it is told to stop', async () => {
      await store.append(sampleBatch('a', -1, 2));
      const stop = new AbortController();
      const seen: number[] = [];
      for await (const page of store.follow(1, stop.signal)) {
        seen.push(...page.map((event) => event.seq));
        if (seen.length === 1) await store.append(sampleBatch('b', -1, 2));
        if (seen.length === 3) stop.abort();
      }
      expect(seen).toEqual([2, 3, 4]);
    });
  });
}

function bytesAndLeaf(event: Pick<StoredEvent, 'bytes' | 'leaf'>) {
  return { bytes: Buffer.from(event.bytes).toString('utf8'), leaf: Buffer.from(event.leaf).toString('hex') };
}

function revisions(events: readonly StoredEvent[]): readonly number[] {
  return events.map((event) => event.envelope.revision);
}
