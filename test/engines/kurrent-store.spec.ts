import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { KurrentEventStore } from '@iic/event-sourcing/kurrentdb';
import { eventStoreContract, sampleBatch } from '@iic/event-sourcing/testing';
import { eventually } from './eventually.ts';
import { describeWithEngine } from './index.ts';
import { KurrentStandIn } from './kurrent-stand-in/kurrent-stand-in.ts';

const newIndex = () => join(mkdtempSync(join(tmpdir(), 'iic-kurrent-')), 'index.sqlite');
let opened = 0;

/** An empty store on a server that may hold others': under a name no one has used. */
function openNew(url: string, indexFile = newIndex()): Promise<KurrentEventStore> {
  opened += 1;
  return KurrentEventStore.open({ url, service: `spec-${Date.now()}-${opened}`, indexFile });
}

await describeWithEngine('kurrentdb', 'KurrentEventStore', ({ address }) => {
  eventStoreContract('KurrentDB', () => openNew(address));
});

describe('KurrentEventStore on the stand-in, which is not KurrentDB', () => {
  let server: KurrentStandIn;
  const open = (service: string, indexFile = newIndex(), patienceMs = 30_000) =>
    KurrentEventStore.open({ url: server.url, service, indexFile, patienceMs });

  beforeAll(async () => {
    server = await KurrentStandIn.start();
  });

  afterAll(() => {
    server.stop();
  });

  eventStoreContract('KurrentDB protocol stand-in', () => openNew(server.url));

  it('numbers the events of its own service only, and counts to the same result again', async () => {
    const file = newIndex();
    const intake = await open('intake', file);
    const log = await open('intake-security');
    await intake.append(sampleBatch('a', -1, 2));
    await log.append(sampleBatch('a', -1, 3));
    await intake.append(sampleBatch('b', -1, 1));
    const before = await intake.readAll(0, 10);
    expect(before.map((event) => [event.seq, event.envelope.stream])).toEqual([
      [1, 'a'],
      [2, 'a'],
      [3, 'b'],
    ]);
    await intake.close();
    rmSync(file);
    const again = await open('intake', file);
    expect(await again.readAll(0, 10)).toEqual(before);
    await again.close();
    await log.close();
  });

  it('refuses an event that was altered on the server', async () => {
    const store = await open('altered');
    await store.append(sampleBatch('a', -1, 2));
    const record = server.log.stream('altered/a')[1];
    if (record !== undefined) record.data = Buffer.from('{}');
    await expect(store.readStream('a')).rejects.toThrow('Event 1 of altered/a was altered');
    await store.close();
  });

  it('numbers nothing on where a stream of the server has lost an event', async () => {
    const store = await open('truncated');
    await store.append(sampleBatch('a', -1, 3));
    const removed = server.log.records.findIndex((record) => record.stream === 'truncated/a');
    server.log.records.splice(removed, 1);
    await store.close();
    await expect(open('truncated')).rejects.toThrow('Stream a goes on with event 1 where 0 is due');
  });

  it('lets no read that is left early hold up the reads after it', async () => {
    const store = await open('left-early');
    await store.append(sampleBatch('a', -1, 400, { recordedAt: '2026-03-01T00:00:00.000Z' }));
    const recordedUntil = '2026-03-02T00:00:00.000Z';
    for (let read = 0; read < 60; read += 1) {
      expect(await store.readStream('a', { from: 0, to: 0 })).toHaveLength(1);
      expect(await store.readStream('a', { recordedUntil, limit: 1 })).toHaveLength(1);
    }
    expect(await store.readStream('a')).toHaveLength(400);
    await store.close();
  });

  it('counts on when its index could not be written for a while', async () => {
    const file = newIndex();
    const store = await open('locked', file, 2_000);
    await store.append(sampleBatch('a', -1));
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const late = sampleBatch('a', 0);
    await expect(store.append(late)).rejects.toMatchObject({ code: 'event-store-unavailable' });
    other.exec('ROLLBACK');
    other.close();
    expect(
      await eventually(() =>
        store.append(late).then(
          () => true,
          () => false,
        ),
      ),
    ).toBe(true);
    expect(await store.head()).toBe(2);
    await store.close();
  });

  it('fails appends while the server is away, and follows on when it is back', async () => {
    const store = await open('outage', newIndex(), 2_000);
    const stop = new AbortController();
    const pages = store.follow(0, stop.signal)[Symbol.asyncIterator]();
    const first = sampleBatch('a', -1);
    await store.append(first);
    expect((await pages.next()).value.map((event: { seq: number }) => event.seq)).toEqual([1]);
    server.stop();
    const late = sampleBatch('a', 0);
    await expect(store.append(late)).rejects.toMatchObject({ code: 'event-store-unavailable' });
    await expect(store.ping()).rejects.toMatchObject({ code: 'event-store-unavailable' });
    await server.resume();
    const next = pages.next();
    expect(await store.append(late)).toEqual({ revision: 1, seq: 2 });
    expect(await store.append(first)).toEqual({ revision: 0, seq: 1 });
    await store.ping();
    expect((await next).value.map((event: { seq: number }) => event.seq)).toEqual([2]);
    stop.abort();
    await store.close();
  });

  it.each([
    [
      'an address where nobody listens',
      'kurrentdb://user:secret@127.0.0.1:1?tls=false',
      'Check that it runs',
    ],
    ['text that is no address', 'user:secret@nowhere', 'no connection string'],
    [
      'a password with a slash in it',
      'kurrentdb://user:a/secret@127.0.0.1:1?tls=false',
      'kurrentdb://127.0.0.1:1',
    ],
  ])('says within its patience what to do about %s, without the credentials', async (_what, url, advice) => {
    const opening = KurrentEventStore.open({
      url,
      service: 'wrong',
      indexFile: newIndex(),
      patienceMs: 1_000,
    });
    await expect(opening).rejects.toThrow(advice);
    await expect(opening).rejects.not.toThrow('secret');
  });
});
