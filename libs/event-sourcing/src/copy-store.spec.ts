import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { copyStore, verifyCopy } from './copy-store.ts';
import type { EventStore } from './event-store.ts';
import { SqliteEventStore } from './sqlite/sqlite-event-store.ts';
import { InMemoryEventStore, sampleBatch } from './testing/index.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'iic-copy-')), 'events.sqlite');

/** Appends one event to each named stream in turn. */
async function fill(store: EventStore, streams: readonly string[]): Promise<void> {
  const next = new Map<string, number>();
  for (const stream of streams) {
    const revision = next.get(stream) ?? -1;
    await store.append(sampleBatch(stream, revision));
    next.set(stream, revision + 1);
  }
}

/** A store that takes so many appends and then fails, as when its process dies. */
function dyingAfter(appends: number, store: EventStore): EventStore {
  let left = appends;
  return {
    append: async (batch) => {
      left -= 1;
      if (left < 0) throw new Error('died');
      return store.append(batch);
    },
    readStream: (stream, range) => store.readStream(stream, range),
    readAll: (after, limit) => store.readAll(after, limit),
    streamBegunBy: (commandId) => store.streamBegunBy(commandId),
    follow: (after, signal) => store.follow(after, signal),
    head: () => store.head(),
    close: () => store.close(),
  };
}

const streamNames = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 30 });

describe('copyStore', () => {
  it('copies bytes, leaves, order and seqs, in one transaction per page where the target can', async () => {
    const source = new InMemoryEventStore();
    await fill(source, ['a', 'b', 'a', 'a', 'c', 'b']);
    const target = SqliteEventStore.open(newFile());
    const phases = new Set<string>();
    const copied = await copyStore(source, target, {
      together: 500,
      onProgress: ({ phase }) => phases.add(phase),
    });
    expect(copied).toEqual({ copied: 6, head: 6 });
    expect((await target.readAll(0, 10)).map(whole)).toEqual((await source.readAll(0, 10)).map(whole));
    expect([...phases]).toEqual(['copy', 'verify']);
    expect(await copyStore(source, target)).toEqual({ copied: 0, head: 6 });
    await target.close();
  });

  it('goes on where it was interrupted, wherever that was, to the same end', async () => {
    await fc.assert(
      fc.asyncProperty(streamNames, fc.array(fc.nat(6), { maxLength: 5 }), async (streams, deaths) => {
        const [source, target] = [new InMemoryEventStore(), new InMemoryEventStore()];
        await fill(source, streams);
        for (const appends of deaths) {
          await copyStore(source, dyingAfter(appends, target)).catch(() => undefined);
        }
        await copyStore(source, target);
        expect((await target.readAll(0, 100)).map(whole)).toEqual((await source.readAll(0, 100)).map(whole));
      }),
    );
  });

  it('finds an altered event of the source and names its place, before the target has it', async () => {
    const file = newFile();
    const written = SqliteEventStore.open(file);
    await fill(written, ['a', 'b', 'a', 'b']);
    await written.close();
    const byHand = new DatabaseSync(file);
    byHand.exec('DROP TRIGGER events_keep_content');
    byHand.exec(
      "UPDATE events SET bytes = CAST(replace(CAST(bytes AS TEXT), 'org-1', 'org-9') AS BLOB) WHERE seq = 3",
    );
    byHand.close();
    const source = SqliteEventStore.open(file);
    const target = new InMemoryEventStore();
    await expect(copyStore(source, target)).rejects.toThrow(
      'event 3 (revision 1 of a) of the source was altered',
    );
    expect(await target.head()).toBe(2);
    await source.close();
  });

  it('refuses a target with other content, and changes nothing in it', async () => {
    await fc.assert(
      fc.asyncProperty(streamNames, streamNames, async (ours, theirs) => {
        const [source, target] = [new InMemoryEventStore(), new InMemoryEventStore()];
        await fill(source, ours);
        await fill(target, theirs);
        await expect(copyStore(source, target)).rejects.toMatchObject({ code: 'stores-differ' });
        expect(await target.head()).toBe(theirs.length);
      }),
    );
  });

  it('tells a copy that is not complete from a whole one', async () => {
    const [source, target] = [new InMemoryEventStore(), new InMemoryEventStore()];
    await fill(source, ['a', 'b']);
    await copyStore(source, dyingAfter(1, target)).catch(() => undefined);
    await expect(verifyCopy(source, target)).rejects.toThrow('equal up to event 1');
    await copyStore(source, target);
    expect(await verifyCopy(source, target)).toBe(2);
  });
});

function whole({ seq, bytes, leaf }: { seq: number; bytes: Uint8Array; leaf: Uint8Array }) {
  return [seq, Buffer.from(bytes).toString('utf8'), Buffer.from(leaf).toString('hex')];
}
