import type { ConsumerState, HeldMessage, Hold } from '../consumer-state.ts';
import { sampleDelivery, sampleJournalDelivery } from './sample-deliveries.ts';

const at = '2026-03-02T01:00:00.000Z';
const later = '2026-03-02T02:00:00.000Z';
const waiting: Hold = { status: 'waiting', subject: 'BetaAnswered:beta-1' };
const parked: Hold = { status: 'parked', reason: 'broken', attempts: 5 };
const behind: Hold = { status: 'behind' };

/** What every consumer state must do; `open` makes an empty one. */
export function consumerStateContract(name: string, open: () => Promise<ConsumerState>): void {
  describe(`consumer state contract: ${name}`, () => {
    let state: ConsumerState;

    beforeEach(async () => {
      state = await open();
    });

    afterEach(async () => {
      await state.close();
    });

    async function runnable(): Promise<readonly number[]> {
      const held = await state.list('g', { limit: 100 });
      const flags = await Promise.all(held.map(({ ordinal }) => state.isRunnable('g', ordinal)));
      return held.filter((_, index) => flags[index]).map(({ delivery }) => delivery.seq);
    }

    it('keeps a checkpoint for each group and feed', async () => {
      expect(await state.checkpoint('g', 'iic.alpha.integration')).toBe(0);
      await state.saveCheckpoint('g', 'iic.alpha.integration', 7);
      await state.saveCheckpoint('g', 'iic.alpha.integration', 9);
      await state.saveCheckpoint('g', 'iic.beta.integration', 3);
      expect(await state.checkpoint('g', 'iic.alpha.integration')).toBe(9);
      expect(await state.checkpoint('other', 'iic.alpha.integration')).toBe(0);
    });

    it('goes back to an earlier seq of one feed, and takes what comes under the later numbers', async () => {
      await state.saveCheckpoint('g', 'iic.alpha.integration', 9);
      await state.saveCheckpoint('other', 'iic.alpha.integration', 9);
      for (const seq of [4, 6, 8]) {
        await state.hold('g', sampleDelivery({ seq, stream: `alpha-${seq}` }), parked, at);
      }
      const lost = await state.hold('g', sampleDelivery({ seq: 9, stream: 'alpha-9' }), parked, at);
      await state.discard('g', lost, { reason: 'sent twice', by: 'p-operator', at: later });
      expect(await state.rewind('g', 'iic.alpha.integration', 5)).toBe(3);
      expect(await state.checkpoint('g', 'iic.alpha.integration')).toBe(5);
      expect(await state.checkpoint('other', 'iic.alpha.integration')).toBe(9);
      expect((await state.list('g', { limit: 9 })).map(({ delivery }) => delivery.seq)).toEqual([4]);
      for (const seq of [8, 9]) {
        const again = sampleDelivery({ seq, stream: 'alpha-new', key: 'case-new' });
        expect(await state.admission('g', again)).toBe('free');
      }
    });

    it('gives kept messages back as they were, journal bytes included', async () => {
      const message = sampleDelivery({ seq: 1, data: { text: '中心', list: [1, null] } });
      const record = sampleJournalDelivery('alpha', 2);
      await state.hold('g', message, waiting, at);
      await state.hold('g', record, parked, at);
      const [first, second] = await state.list('g', { limit: 10 });
      expect(first?.delivery).toEqual(message);
      expect(second?.delivery.payload).toMatchObject({ source: 'alpha', seq: 2 });
      const payload = second?.delivery.payload;
      if (payload === undefined || !('bytes' in payload)) throw new Error('The record lost its bytes.');
      expect(Buffer.compare(payload.bytes, record.payload.bytes)).toBe(0);
      expect(Buffer.compare(payload.leaf, record.payload.leaf)).toBe(0);
      expect(payload.envelope).toEqual(record.payload.envelope);
    });

    it('keeps ordinal and first instant of a message when it is kept otherwise', async () => {
      const first = await state.hold('g', sampleDelivery({ seq: 1 }), waiting, at);
      await state.hold('g', sampleDelivery({ seq: 2, stream: 'alpha-2' }), waiting, at);
      expect(await state.hold('g', sampleDelivery({ seq: 1 }), parked, later)).toBe(first);
      expect(await state.find('g', first)).toMatchObject({
        ordinal: first,
        status: 'parked',
        subject: null,
        reason: 'broken',
        attempts: 5,
        since: at,
      } satisfies Partial<HeldMessage>);
      expect(await state.counts('g')).toEqual({ waiting: 1, parked: 1, behind: 0, oldestWaiting: at });
    });

    it('lets a parked message block its key and its stream, in its group', async () => {
      await state.hold('g', sampleDelivery({ seq: 1, key: 'k', stream: 's' }), parked, at);
      const next = { seq: 2, key: 'k2', stream: 's2' };
      expect(await state.admission('g', sampleDelivery({ ...next, key: 'k' }))).toBe('blocked');
      expect(await state.admission('g', sampleDelivery({ ...next, stream: 's' }))).toBe('blocked');
      expect(await state.admission('g', sampleDelivery(next))).toBe('free');
      expect(await state.admission('g', sampleDelivery({ ...next, stream: 's', source: 'beta' }))).toBe(
        'free',
      );
      expect(await state.admission('other', sampleDelivery({ ...next, key: 'k' }))).toBe('free');
    });

    it('lets a waiting message block its stream only, also with others behind it', async () => {
      await state.hold('g', sampleDelivery({ seq: 1, key: 'k', stream: 's' }), waiting, at);
      await state.hold('g', sampleDelivery({ seq: 2, key: 'k', stream: 's' }), behind, at);
      expect(await state.admission('g', sampleDelivery({ seq: 3, key: 'k', stream: 's' }))).toBe('blocked');
      expect(await state.admission('g', sampleDelivery({ seq: 3, key: 'k', stream: 't' }))).toBe('free');
      expect(await runnable()).toEqual([]);
    });

    it('keeps the order of a key while those behind a parked message come out', async () => {
      const first = await state.hold('g', sampleDelivery({ seq: 1, key: 'k', stream: 's' }), parked, at);
      await state.hold('g', sampleDelivery({ seq: 2, key: 'k', stream: 't' }), behind, at);
      await state.hold('g', sampleDelivery({ seq: 3, key: 'k', stream: 'u' }), behind, at);
      expect(await state.findRunnable('g')).toBeUndefined();
      await state.remove('g', first);
      expect(await runnable()).toEqual([2]);
      expect((await state.findRunnable('g'))?.delivery.seq).toBe(2);
      expect(await state.admission('g', sampleDelivery({ seq: 4, key: 'k', stream: 'v' }))).toBe('blocked');
    });

    it('lets a message through again that came before one that is kept', async () => {
      await state.hold('g', sampleDelivery({ seq: 5, key: 'k', stream: 's' }), parked, at);
      const before = { seq: 4, key: 'k', stream: 's' };
      expect(await state.admission('g', sampleDelivery(before))).toBe('free');
      expect(await state.admission('g', sampleDelivery({ ...before, source: 'beta' }))).toBe('blocked');
      expect(await state.admission('g', sampleDelivery({ ...before, key: 'k2' }))).toBe('blocked');
    });

    it('takes another event under a known number for a new message, as after a recovery of its source', async () => {
      const lost = sampleDelivery({ seq: 1, id: 'lost' });
      const recorded = sampleDelivery({ seq: 1, id: 'recorded since' });
      await state.hold('g', lost, parked, at);
      expect(await state.admission('g', lost)).toBe('held');
      expect(await state.admission('g', recorded)).toBe('free');
      expect(await state.counts('g')).toMatchObject({ parked: 0 });
      const ordinal = await state.hold('g', lost, parked, at);
      await state.discard('g', ordinal, { reason: 'lost', by: 'operator', at: later });
      expect(await state.admission('g', lost)).toBe('discarded');
      expect(await state.admission('g', recorded)).toBe('free');
      const again = await state.hold('g', recorded, parked, at);
      await state.discard('g', again, { reason: 'too late', by: 'operator', at: later });
      expect(await state.admission('g', recorded)).toBe('discarded');
    });

    it('recognises a message that is kept, and one that was discarded', async () => {
      const ordinal = await state.hold('g', sampleDelivery({ seq: 1 }), parked, at);
      expect(await state.admission('g', sampleDelivery({ seq: 1 }))).toBe('held');
      expect(await state.discard('g', ordinal, { reason: 'test data', by: 'sub-9', at: later })).toBe(true);
      expect(await state.admission('g', sampleDelivery({ seq: 1 }))).toBe('discarded');
      expect(await state.admission('g', sampleDelivery({ seq: 2 }))).toBe('free');
      expect(await state.admission('other', sampleDelivery({ seq: 1 }))).toBe('free');
    });

    it('keeps discarded messages with the word on them, and discards only once', async () => {
      const ordinal = await state.hold('g', sampleDelivery({ seq: 1 }), parked, at);
      const word = { reason: 'test data', by: 'sub-9', at: later };
      expect(await state.discard('g', ordinal, word)).toBe(true);
      expect(await state.discard('g', ordinal, word)).toBe(false);
      expect(await state.find('g', ordinal)).toBeUndefined();
      expect(await state.discarded('g', { limit: 10 })).toEqual([
        { ordinal, failure: 'broken', delivery: sampleDelivery({ seq: 1 }), ...word },
      ]);
      expect(await state.discarded('g', { after: ordinal, limit: 10 })).toEqual([]);
    });

    it('wakes those that wait for a subject, and no others', async () => {
      const other: Hold = { status: 'waiting', subject: 'BetaAnswered:beta-2' };
      await state.hold('g', sampleDelivery({ seq: 1, stream: 's1' }), waiting, at);
      await state.hold('g', sampleDelivery({ seq: 2, stream: 's2' }), other, at);
      await state.hold('other', sampleDelivery({ seq: 3, stream: 's3' }), waiting, at);
      expect(await state.wake('g', 'BetaAnswered:beta-1')).toBe(1);
      expect(await state.wake('g', 'BetaAnswered:beta-1')).toBe(0);
      expect(await runnable()).toEqual([1]);
      expect((await state.list('other', { status: 'waiting', limit: 10 })).length).toBe(1);
    });

    it('wakes those that have waited since before an instant', async () => {
      await state.hold('g', sampleDelivery({ seq: 1, stream: 's1' }), waiting, at);
      await state.hold('g', sampleDelivery({ seq: 2, stream: 's2' }), waiting, later);
      expect(await state.wakeBefore('g', at)).toBe(0);
      expect(await state.wakeBefore('g', later)).toBe(1);
      expect(await runnable()).toEqual([1]);
      expect(await state.counts('g')).toMatchObject({ waiting: 1, behind: 1, oldestWaiting: later });
    });

    it('lists by status and in pages', async () => {
      for (const seq of [1, 2, 3, 4]) {
        await state.hold(
          'g',
          sampleDelivery({ seq, key: `k${seq}`, stream: `s${seq}` }),
          seq === 2 ? waiting : parked,
          at,
        );
      }
      const first = await state.list('g', { status: 'parked', limit: 2 });
      expect(first.map(({ delivery }) => delivery.seq)).toEqual([1, 3]);
      const after = first.at(-1)?.ordinal ?? 0;
      const rest = await state.list('g', { status: 'parked', limit: 2, after });
      expect(rest.map(({ delivery }) => delivery.seq)).toEqual([4]);
    });
  });
}
