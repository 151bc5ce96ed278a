import { Logger } from '@nestjs/common';
import { InProcessBus } from './in-process-bus.ts';
import { InProcessTransport } from './in-process-transport.ts';
import { feedName } from './message.ts';
import { DependencyUnavailable, done } from './outcome.ts';
import { gate, handle, listen, TestGroup, TestSource, transportContract } from './testing/index.ts';

const patience = 60_000;

Logger.overrideLogger(false);

transportContract('in process', async () => {
  const bus = new InProcessBus();
  return {
    publish: async (relay) => bus.register(relay),
    connect: (options) => new InProcessTransport({ ...options, bus, batchSize: 3 }),
    rewind: async (group, sources, state) => {
      for (const source of sources) await state.saveCheckpoint(group, feedName(source, 'integration'), 0);
    },
    caughtUp: async (transport, { relay }) =>
      transport.caughtUp(relay.service, { seq: await relay.head(), key: '' }, patience),
    close: async () => undefined,
  };
});

describe('InProcessTransport', () => {
  function setUp() {
    const bus = new InProcessBus();
    const group = new TestGroup();
    const transport = new InProcessTransport({ ...group.options(), bus });
    return { bus, group, transport };
  }

  it('does not mind in which order services start, stop and start again', async () => {
    const { bus, group, transport } = setUp();
    handle(transport, {
      AlphaNoted: async (message) => {
        group.effect(message);
        return done();
      },
    });
    await listen(transport);
    expect((await transport.lag())['alpha']).toEqual({ position: 0, head: null });
    const alpha = new TestSource('alpha');
    await alpha.record('AlphaNoted', 'a-1', { text: 'first' });
    bus.register(alpha.relay);
    expect(() => bus.register(alpha.relay)).toThrow('already');
    expect(await transport.caughtUp('alpha', { seq: 1, key: '' }, patience)).toBe(true);
    await alpha.relay.close();
    const again = alpha.restart();
    await alpha.record('AlphaNoted', 'a-1', { text: 'second' });
    bus.register(again);
    expect(await transport.caughtUp('alpha', { seq: 2, key: '' }, patience)).toBe(true);
    expect(group.effects()).toEqual(['a-1 0', 'a-1 1']);
    await transport.close();
    await again.close();
  });

  it('pauses a source while a dependency is away, then goes on without loss', async () => {
    const { bus, group, transport } = setUp();
    let outages = 3;
    handle(transport, {
      AlphaNoted: async (message) => {
        outages -= 1;
        if (outages >= 0) throw new DependencyUnavailable('the database is away');
        group.effect(message);
        return done();
      },
    });
    const alpha = new TestSource('alpha');
    for (const stream of ['a-1', 'a-2']) await alpha.record('AlphaNoted', stream, { text: 'noted' });
    bus.register(alpha.relay);
    await listen(transport);
    expect(await transport.caughtUp('alpha', { seq: 2, key: '' }, patience)).toBe(true);
    expect(group.effects()).toEqual(['a-1 0', 'a-2 0']);
    expect(transport.processor.counters).toMatchObject({ parked: 0, retried: 0 });
    await transport.close();
    await alpha.relay.close();
  });

  it('closes in the middle of the pauses between tries', async () => {
    const bus = new InProcessBus();
    const group = new TestGroup();
    const failing = gate();
    const transport = new InProcessTransport({
      ...group.options({
        delay: (_, signal) =>
          new Promise((_resolve, reject) => {
            failing.open();
            signal.addEventListener('abort', () => reject(signal.reason));
          }),
      }),
      bus,
    });
    handle(transport, {
      AlphaNoted: async () => {
        throw new Error('not now');
      },
    });
    const alpha = new TestSource('alpha');
    await alpha.record('AlphaNoted', 'a-1', { text: 'noted' });
    bus.register(alpha.relay);
    await listen(transport);
    await failing.opened;
    await transport.close();
    await transport.close();
    expect(await group.state.checkpoint(group.name, 'iic.alpha.integration')).toBe(0);
    expect(await group.state.counts(group.name)).toMatchObject({ parked: 0 });
    await alpha.relay.close();
  });

  it('carries events only', () => {
    const { transport } = setUp();
    const handler = async () => done();
    expect(() => transport.addHandler('AlphaNoted', handler, false)).toThrow('@EventPattern');
    expect(() => transport.addHandler({ type: 'AlphaNoted' }, handler, true)).toThrow('@EventPattern');
    expect(() => transport.on()).toThrow();
    expect(() => transport.unwrap()).toThrow();
  });
});
