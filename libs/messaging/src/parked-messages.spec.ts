import { done, PermanentFailure } from './outcome.ts';
import { ReasonRequired } from './parked-messages.ts';
import { sampleDelivery } from './testing/index.ts';
import { fail, setUp } from './testing/processor-fixture.ts';

describe('ParkedMessages', () => {
  async function withThreeBehind() {
    const test = setUp();
    test.on('AlphaNoted', ({ seq }) => {
      if (seq === 1) throw new Error('broken');
      return done();
    });
    for (const seq of [1, 2, 3])
      await test.processor.process(sampleDelivery({ seq, stream: `alpha-${seq}` }));
    const [first] = await test.parked.list();
    test.ran.length = 0;
    return { ...test, ordinal: first?.ordinal ?? -1 };
  }

  it('replays a message and then those behind it, in order', async () => {
    const { parked, on, ran, ordinal } = await withThreeBehind();
    on('AlphaNoted', done);
    expect(await parked.replay(ordinal)).toEqual({ outcome: 'done', reason: null });
    expect(ran).toEqual(['alpha 1', 'alpha 2', 'alpha 3']);
    expect(await parked.counts()).toMatchObject({ parked: 0, behind: 0 });
  });

  it('parks a replay that fails again, with the new reason, after one try', async () => {
    const { parked, on, ran, ordinal } = await withThreeBehind();
    on('AlphaNoted', fail('still broken'));
    expect(await parked.replay(ordinal)).toEqual({ outcome: 'parked', reason: 'still broken' });
    expect(ran).toEqual(['alpha 1']);
    expect(await parked.find(ordinal)).toMatchObject({ attempts: 6, reason: 'still broken' });
    expect(await parked.counts()).toMatchObject({ parked: 1, behind: 2 });
  });

  it('stops at the next one that fails', async () => {
    const { parked, on, ordinal } = await withThreeBehind();
    on('AlphaNoted', ({ seq }) => {
      if (seq === 2) throw new PermanentFailure('also broken');
      return done();
    });
    expect(await parked.replay(ordinal)).toMatchObject({ outcome: 'done' });
    expect(await parked.list()).toMatchObject([{ reason: 'also broken', delivery: { seq: 2 } }]);
    expect(await parked.counts()).toMatchObject({ parked: 1, behind: 1 });
  });

  it('discards with reason and operator, then runs those behind', async () => {
    const { parked, ran, ordinal } = await withThreeBehind();
    expect(await parked.discard(ordinal, { reason: 'entered twice', by: 'sub-9' })).toBe(true);
    expect(ran).toEqual(['alpha 2', 'alpha 3']);
    expect(await parked.discarded()).toMatchObject([
      { reason: 'entered twice', by: 'sub-9', at: '2026-03-02T01:00:00.000Z', failure: 'broken' },
    ]);
  });

  it('refuses a discard without a reason and knows no strangers', async () => {
    const { parked, ordinal } = await withThreeBehind();
    await expect(parked.discard(ordinal, { reason: ' ', by: 'sub-9' })).rejects.toBeInstanceOf(
      ReasonRequired,
    );
    expect(await parked.discard(999, { reason: 'x', by: 'sub-9' })).toBe(false);
    expect(await parked.replay(999)).toBeUndefined();
    expect(await parked.find(999)).toBeUndefined();
  });

  it('does not handle a discarded message that comes again', async () => {
    const { parked, processor, ran, ordinal } = await withThreeBehind();
    await parked.discard(ordinal, { reason: 'entered twice', by: 'sub-9' });
    ran.length = 0;
    expect(await processor.process(sampleDelivery({ seq: 1 }))).toBe('repeated');
    expect(ran).toEqual([]);
  });

  it('parks what waits behind when its handler is gone', async () => {
    const { parked, forget, ordinal } = await withThreeBehind();
    forget('AlphaNoted');
    expect(await parked.replay(ordinal)).toMatchObject({ outcome: 'parked' });
    expect((await parked.find(ordinal))?.reason).toContain('No handler declares AlphaNoted any more');
  });
});
