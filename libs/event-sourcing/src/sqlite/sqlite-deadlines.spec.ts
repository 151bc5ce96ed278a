import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Deadline, type DeadlineChange, deadlineCommandId } from '../deadlines.ts';
import type { StoredEvent } from '../event-store.ts';
import { InMemoryEventStore } from '../testing/in-memory-event-store.ts';
import { sampleBatch } from '../testing/sample-events.ts';
import { SqliteDeadlines } from './sqlite-deadlines.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'iic-deadlines-')), 'deadlines.sqlite');

function changes({ envelope }: StoredEvent): readonly DeadlineChange[] {
  const { stream, data } = envelope;
  if (typeof data['dueAt'] !== 'string') return [{ cancel: stream }];
  return [{ schedule: { id: stream, dueAt: data['dueAt'], kind: 'overdue', aggregateId: stream } }];
}

function setUp(file = newFile(), store = new InMemoryEventStore()) {
  const clock = { time: '2026-03-02T00:00:00.000Z', now: () => clock.time };
  const fired: Deadline[] = [];
  const failing = new Set<string>();
  const deadlines = SqliteDeadlines.open(file, {
    store,
    clock,
    changes,
    fire: async (deadline) => {
      if (failing.has(deadline.id)) throw new Error('the store is away');
      fired.push(deadline);
    },
    failed: () => undefined,
    followFailed: () => undefined,
  });
  return { file, store, clock, deadlines, fired, failing };
}

const due = (dueAt: string) => ({ data: { dueAt } });

describe('deadlines', () => {
  it('fires what is due, earliest first, once', async () => {
    const { store, clock, deadlines, fired } = setUp();
    await store.append(sampleBatch('b', -1, 1, due('2026-03-04T00:00:00.000Z')));
    await store.append(sampleBatch('a', -1, 1, due('2026-03-03T00:00:00.000Z')));
    await store.append(sampleBatch('c', -1, 1, due('2026-03-09T00:00:00.000Z')));
    await deadlines.catchUp();
    expect(await deadlines.runDue()).toBe(0);
    clock.time = '2026-03-05T00:00:00.000Z';
    expect(await deadlines.runDue()).toBe(2);
    expect(await deadlines.runDue()).toBe(0);
    expect(fired.map((deadline) => deadline.id)).toEqual(['a', 'b']);
    expect(deadlines.pending()).toBe(1);
    await deadlines.close();
  });

  it('moves with a later event and disappears with one that cancels it', async () => {
    const { store, clock, deadlines, fired } = setUp();
    await store.append(sampleBatch('a', -1, 1, due('2026-03-03T00:00:00.000Z')));
    await store.append(sampleBatch('a', 0, 1, due('2026-03-08T00:00:00.000Z')));
    await store.append(sampleBatch('b', -1, 1, due('2026-03-03T00:00:00.000Z')));
    await store.append(sampleBatch('b', 0, 1));
    await deadlines.catchUp();
    clock.time = '2026-03-05T00:00:00.000Z';
    await deadlines.runDue();
    expect(fired).toEqual([]);
    clock.time = '2026-03-08T00:00:00.000Z';
    await deadlines.runDue();
    expect(fired.map((deadline) => deadline.id)).toEqual(['a']);
    await deadlines.close();
  });

  it('fires at the next start what fell due while the process was down', async () => {
    const first = setUp();
    await first.store.append(sampleBatch('a', -1, 1, due('2026-03-03T00:00:00.000Z')));
    await first.deadlines.catchUp();
    await first.deadlines.close();
    const second = setUp(first.file, first.store);
    second.clock.time = '2026-04-01T00:00:00.000Z';
    await second.deadlines.runDue();
    expect(second.fired.map((deadline) => deadline.id)).toEqual(['a']);
    await second.deadlines.close();
  });

  it('is derived anew when it holds events that its log has lost', async () => {
    const first = setUp();
    await first.store.append(sampleBatch('lost', -1, 1, due('2026-03-03T00:00:00.000Z')));
    await first.store.append(sampleBatch('lost-too', -1, 1, due('2026-03-03T00:00:00.000Z')));
    await first.deadlines.catchUp();
    await first.deadlines.close();
    const second = setUp(first.file);
    await second.store.append(sampleBatch('kept', -1, 1, due('2026-03-04T00:00:00.000Z')));
    await second.deadlines.forgetBeyond(1);
    await second.deadlines.catchUp();
    second.clock.time = '2026-03-05T00:00:00.000Z';
    await second.deadlines.runDue();
    expect(second.fired.map((deadline) => deadline.id)).toEqual(['kept']);
    await second.deadlines.forgetBeyond(1);
    expect(second.deadlines.pending()).toBe(0);
    await second.deadlines.close();
  });

  it('fires what is due behind any number of deadlines that keep failing', async () => {
    const { store, clock, deadlines, fired, failing } = setUp();
    for (let index = 0; index < 600; index += 1) {
      await store.append(sampleBatch(`a-${index}`, -1, 1, due('2026-03-01T00:00:00.000Z')));
      failing.add(`a-${index}`);
    }
    await store.append(sampleBatch('b', -1, 1, due('2026-03-02T00:00:00.000Z')));
    await deadlines.catchUp();
    clock.time = '2026-03-05T00:00:00.000Z';
    expect(await deadlines.runDue()).toBe(1);
    expect(fired.map((deadline) => deadline.id)).toEqual(['b']);
    await deadlines.close();
  });

  it('keeps a deadline whose firing failed, under the same command id', async () => {
    const { store, clock, deadlines, fired, failing } = setUp();
    await store.append(sampleBatch('a', -1, 1, due('2026-03-01T00:00:00.000Z')));
    await deadlines.catchUp();
    failing.add('a');
    expect(await deadlines.runDue()).toBe(0);
    failing.delete('a');
    clock.time = '2026-03-10T00:00:00.000Z';
    expect(await deadlines.runDue()).toBe(1);
    const [deadline] = fired;
    expect(deadline && deadlineCommandId(deadline)).toBe(
      deadlineCommandId({ id: 'a', dueAt: '2026-03-01T00:00:00.000Z', kind: 'overdue', aggregateId: 'a' }),
    );
    await deadlines.close();
  });
});
