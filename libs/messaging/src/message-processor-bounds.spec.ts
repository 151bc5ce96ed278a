import { done } from './outcome.ts';
import { sampleDelivery } from './testing/index.ts';
import { fail, setUp } from './testing/processor-fixture.ts';

describe('MessageProcessor: bounds and effects', () => {
  it('makes its sources pause while it keeps too much', async () => {
    const { processor, on, parked, reports } = setUp({ bounds: { parked: 1, held: 10 } });
    const { signal } = new AbortController();
    await processor.room(signal);
    on('AlphaNoted', fail('broken'));
    await processor.process(sampleDelivery());
    let room = false;
    const waiting = processor.room(signal).then(() => {
      room = true;
    });
    const [held] = await parked.list();
    expect(room).toBe(false);
    await parked.discard(held?.ordinal ?? -1, { reason: 'no use', by: 'sub-9' });
    await waiting;
    expect(reports).toContainEqual({ kind: 'full', held: 1 });
    await setUp({ bounds: { parked: 0, held: 0 } }).processor.room(AbortSignal.abort());
  });

  it('acknowledges only what is durable', async () => {
    let broken = true;
    const test = setUp({
      beforeAcknowledge: () => {
        if (broken) throw new Error('disk is full');
      },
    });
    const { processor, state } = test;
    const { generation } = processor.effects;
    await expect(processor.acknowledge('f', 3, generation)).rejects.toThrow('could not be made durable');
    broken = false;
    await expect(processor.acknowledge('f', 3, generation)).rejects.toThrow('lost');
    expect(await state.checkpoint('g', 'f')).toBe(0);
    await processor.acknowledge('f', 3, processor.effects.generation);
    expect(await state.checkpoint('g', 'f')).toBe(3);
  });

  it('forgets a kept message only after its effects are durable', async () => {
    const order: string[] = [];
    const test = setUp({ beforeAcknowledge: () => void order.push('flush') });
    const held: string[] = [];
    test.on('AlphaNoted', fail('broken'));
    await test.processor.process(sampleDelivery());
    test.on('AlphaNoted', async () => {
      held.push(...(await test.parked.list()).map(({ status }) => status));
      order.push('effect');
      return done();
    });
    const [parked] = await test.parked.list();
    order.length = 0;
    await test.parked.replay(parked?.ordinal ?? -1);
    expect(order).toEqual(['effect', 'flush']);
    expect(held).toEqual(['parked']);
    expect(await test.parked.list()).toEqual([]);
  });
});
