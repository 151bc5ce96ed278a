import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Hold, HoldStatus } from './consumer-state.ts';
import { type HeldPlace, isBlocked } from './held-order.ts';
import { SqliteConsumerState } from './sqlite-consumer-state.ts';
import { consumerStateContract, sampleDelivery } from './testing/index.ts';

const at = '2026-03-02T01:00:00.000Z';
const newFile = () => join(mkdtempSync(join(tmpdir(), 'iic-messaging-')), 'messaging.sqlite');

consumerStateContract('SQLite', async () => new SqliteConsumerState(newFile()));

interface Kept {
  readonly key: string;
  readonly stream: string;
  readonly status: HoldStatus;
}

const kept = fc.record<Kept>({
  key: fc.constantFrom('k1', 'k2'),
  stream: fc.constantFrom('s1', 's2', 's3'),
  status: fc.constantFrom('waiting', 'parked', 'behind'),
});

function holdOf(status: HoldStatus): Hold {
  if (status === 'waiting') return { status, subject: 'X:x' };
  return status === 'parked' ? { status, reason: 'broken', attempts: 1 } : { status };
}

describe('SQLite consumer state', () => {
  it('finds everything again after it was closed', async () => {
    const file = newFile();
    const before = new SqliteConsumerState(file);
    await before.saveCheckpoint('g', 'iic.alpha.integration', 5);
    await before.hold('g', sampleDelivery({ seq: 4 }), { status: 'waiting', subject: 'X:x' }, at);
    const gone = await before.hold('g', sampleDelivery({ seq: 5, stream: 't' }), { status: 'behind' }, at);
    await before.discard('g', gone, { reason: 'no use', by: 'sub-9', at });
    await before.close();
    const after = new SqliteConsumerState(file);
    expect(await after.checkpoint('g', 'iic.alpha.integration')).toBe(5);
    expect(await after.admission('g', sampleDelivery({ seq: 4 }))).toBe('held');
    expect(await after.admission('g', sampleDelivery({ seq: 5, stream: 't' }))).toBe('discarded');
    await after.close();
  });

  it('blocks and releases exactly what the port says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(kept, { maxLength: 8 }), kept, async (rows, arriving) => {
        const state = new SqliteConsumerState(':memory:');
        const held: HeldPlace[] = [];
        for (const [index, { key, stream, status }] of rows.entries()) {
          const delivery = sampleDelivery({ seq: index + 1, key, stream });
          const ordinal = await state.hold('g', delivery, holdOf(status), at);
          held.push({ ordinal, status, feed: delivery.feed, key, stream });
        }
        const expected = held.map((one) => one.status === 'behind' && !isBlocked(one, one.ordinal, held));
        const runnable = await Promise.all(held.map(({ ordinal }) => state.isRunnable('g', ordinal)));
        const next = await state.findRunnable('g');
        const { key, stream } = arriving;
        const delivery = sampleDelivery({ seq: 99, key, stream });
        const admission = await state.admission('g', delivery);
        await state.close();
        expect(runnable).toEqual(expected);
        expect(next?.ordinal).toBe(held[expected.indexOf(true)]?.ordinal);
        expect(admission).toBe(isBlocked(delivery, Number.POSITIVE_INFINITY, held) ? 'blocked' : 'free');
      }),
      { numRuns: 200 },
    );
  });
});
