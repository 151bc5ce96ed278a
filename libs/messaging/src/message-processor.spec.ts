import { DependencyUnavailable, done, PermanentFailure, waitFor } from './outcome.ts';
import { SqliteConsumerState } from './sqlite-consumer-state.ts';
import { sampleDelivery } from './testing/index.ts';
import { alphaNeedsBeta, answered, fail, setUp } from './testing/processor-fixture.ts';

/** Says that a message is blocked though what blocked it is gone. */
class LateState extends SqliteConsumerState {
  override async admission(): Promise<'blocked'> {
    return 'blocked';
  }
}

describe('MessageProcessor: done and not mine', () => {
  it('handles what is declared and counts what is not', async () => {
    const { processor, on, ran } = setUp();
    on('AlphaNoted', done);
    expect(await processor.process(sampleDelivery())).toBe('done');
    expect(await processor.process(answered())).toBe('skipped');
    expect(ran).toEqual(['alpha 1']);
    expect(processor.counters).toMatchObject({ handled: 1, skipped: 1 });
  });

  it('handles messages of one key one at a time', async () => {
    const { processor, on } = setUp();
    let running = 0;
    let most = 0;
    on('AlphaNoted', async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return done();
    });
    await Promise.all([1, 2, 3].map((seq) => processor.process(sampleDelivery({ seq }))));
    expect(most).toBe(1);
  });
});

describe('MessageProcessor: failures', () => {
  it('tries five times with growing pauses, then parks with the reason', async () => {
    const { processor, on, ran, delays, parked, reports } = setUp();
    on('AlphaNoted', fail('no such case'));
    expect(await processor.process(sampleDelivery())).toBe('parked');
    expect(ran.length).toBe(5);
    expect(delays).toEqual([25, 100, 400, 1600]);
    expect(await parked.list()).toMatchObject([
      { status: 'parked', reason: 'no such case', attempts: 5, delivery: { id: 'alpha-1' } },
    ]);
    expect(reports).toMatchObject([{ kind: 'parked', reason: 'no such case' }]);
  });

  it('recovers when a later try succeeds', async () => {
    const { processor, on, parked } = setUp();
    let tries = 0;
    on('AlphaNoted', () => {
      tries += 1;
      if (tries < 3) throw new Error('not yet');
      return done();
    });
    expect(await processor.process(sampleDelivery())).toBe('done');
    expect(processor.counters).toMatchObject({ handled: 1, retried: 2 });
    expect(await parked.list()).toEqual([]);
  });

  it.each([
    ['a permanent failure', { type: 'AlphaNoted' }, 'cannot ever'],
    ['an unknown version', { version: 9 }, 'AlphaNoted version 9 is unknown here; known: 1'],
    ['data that breaks the contract', { data: { text: 7 } }, '/text must be string'],
    ['a stranger as source', { source: 'beta' }, 'an event of alpha, but it came from beta'],
  ])('parks %s at once', async (_, members, reason) => {
    const { processor, on, parked, delays } = setUp();
    on('AlphaNoted', () => {
      throw new PermanentFailure('cannot ever');
    });
    expect(await processor.process(sampleDelivery(members))).toBe('parked');
    expect(delays).toEqual([]);
    expect((await parked.list())[0]?.reason).toContain(reason);
  });

  it('ignores fields it does not know', async () => {
    const { processor, on } = setUp();
    on('AlphaNoted', done);
    expect(await processor.process(sampleDelivery({ data: { text: 'x', later: true } }))).toBe('done');
  });

  it.each([
    new DependencyUnavailable('the database is away'),
    // As the stores say it.
    ...['event-store-unavailable', 'store-unavailable', 'read-model-unavailable'].map((code) =>
      Object.assign(new Error('the database is away'), { code }),
    ),
  ])('blames no message when a dependency is away: $code', async (error) => {
    const { processor, on, parked } = setUp();
    on('AlphaNoted', () => {
      throw error;
    });
    await expect(processor.process(sampleDelivery())).rejects.toThrow('the database is away');
    expect(await parked.counts()).toMatchObject({ parked: 0, waiting: 0, behind: 0 });
  });

  it('keeps later messages of the key behind, while others go on', async () => {
    const { processor, on, ran } = setUp();
    on('AlphaNoted', fail('broken'));
    on('BetaAnswered', done);
    await processor.process(sampleDelivery({ seq: 1, key: 'k' }));
    ran.length = 0;
    expect(await processor.process(answered({ seq: 1, key: 'k' }))).toBe('behind');
    expect(await processor.process(sampleDelivery({ seq: 2, key: 'k', stream: 'alpha-2' }))).toBe('behind');
    expect(await processor.process(answered({ seq: 2, key: 'other', stream: 'beta-2' }))).toBe('done');
    expect(await processor.process(answered({ seq: 1, key: 'k' }))).toBe('repeated');
    expect(ran).toEqual(['beta 2']);
  });
});

describe('MessageProcessor: waiting', () => {
  it('runs a message when what it waits for has been handled', async () => {
    const test = setUp();
    alphaNeedsBeta(test);
    expect(await test.processor.process(sampleDelivery())).toBe('waiting');
    expect(await test.parked.counts()).toMatchObject({ waiting: 1 });
    expect(await test.processor.process(answered())).toBe('done');
    expect(await test.parked.counts()).toMatchObject({ waiting: 0, behind: 0 });
    expect(test.ran.at(-1)).toBe('alpha 1');
  });

  it('holds up its own stream in order, and nothing else of its key', async () => {
    const test = setUp();
    alphaNeedsBeta(test);
    await test.processor.process(sampleDelivery({ seq: 1 }));
    expect(await test.processor.process(sampleDelivery({ seq: 2 }))).toBe('behind');
    test.ran.length = 0;
    expect(await test.processor.process(answered())).toBe('done');
    expect(test.ran).toEqual(['beta 1', 'alpha 1', 'alpha 2']);
  });

  it('notices a prerequisite that came while the wait was being written', async () => {
    const { processor, on, ran, parked } = setUp();
    let runs = 0;
    on('AlphaNoted', () => {
      runs += 1;
      return runs === 1 ? waitFor('BetaAnswered:beta-1') : done();
    });
    expect(await processor.process(sampleDelivery())).toBe('done');
    expect(ran.length).toBe(2);
    expect(await parked.counts()).toMatchObject({ waiting: 0 });
  });

  it('lets its key go when a parked message turns out to wait', async () => {
    const { processor, parked, on, ran } = setUp();
    on('BetaAnswered', fail('broken'));
    on('AlphaNoted', done);
    await processor.process(answered({ key: 'k' }));
    expect(await processor.process(sampleDelivery({ key: 'k' }))).toBe('behind');
    on('BetaAnswered', () => (ran.includes('alpha 1') ? done() : waitFor('AlphaNoted:alpha-1')));
    const [first] = await parked.list();
    expect(await parked.replay(first?.ordinal ?? -1)).toMatchObject({ outcome: 'waiting' });
    expect(await parked.counts()).toMatchObject({ waiting: 0, parked: 0, behind: 0 });
  });

  it('runs at once what was put behind a message that went meanwhile', async () => {
    const { processor, on, ran } = setUp({ state: new LateState(':memory:') });
    on('AlphaNoted', done);
    expect(await processor.process(sampleDelivery())).toBe('behind');
    expect(ran).toEqual(['alpha 1']);
  });

  it('parks a wait for its own stream, which could never end', async () => {
    const { processor, on, parked } = setUp();
    on('AlphaNoted', () => waitFor('AlphaOpened:alpha-1'));
    expect(await processor.process(sampleDelivery())).toBe('parked');
    expect((await parked.list())[0]?.reason).toContain('its own stream');
  });

  it('tries once more after the limit, and raises an alarm for what still waits', async () => {
    const { processor, on, pass, reports, ran } = setUp({ waitLimit: 60_000 });
    on('AlphaNoted', () => waitFor('BetaAnswered:beta-1'));
    await processor.process(sampleDelivery());
    ran.length = 0;
    await processor.reviewWaiting();
    expect(ran).toEqual([]);
    pass(61_000);
    await processor.reviewWaiting();
    expect(ran.length).toBeGreaterThan(0);
    expect(reports).toEqual([{ kind: 'overdue', oldest: '2026-03-02T01:00:00.000Z' }]);
    on('AlphaNoted', done);
    await processor.reviewWaiting();
    expect(reports.length).toBe(1);
  });

  it('picks up after a crash between the wake-up and the run', async () => {
    const state = new SqliteConsumerState(':memory:');
    const before = setUp({ state });
    alphaNeedsBeta(before);
    await before.processor.process(sampleDelivery());
    await state.wake('g', 'BetaAnswered:beta-1');
    const after = setUp({ state });
    after.on('AlphaNoted', done);
    await after.processor.settle();
    expect(after.ran).toEqual(['alpha 1']);
  });
});
