import { verifyLeaf } from '@iic/ledger';
import type { Message } from './message.ts';
import { Relay, UndeclaredEvent } from './relay.ts';
import { AlphaNoted, TestSource, testContracts } from './testing/index.ts';

async function alpha(): Promise<TestSource> {
  const source = new TestSource('alpha');
  await source.record('AlphaDrafted', 'a-1', { text: 'draft' });
  await source.record('AlphaNoted', 'a-1', { text: 'noted', secret: 'scores' }, { correlation: 'case-1' });
  await source.record('AlphaOpened', 'a-1', { name: 'Center', unit: 'org-7' }, { correlation: 'case-1' });
  return source;
}

describe('Relay', () => {
  it('gives the journal every event with its exact bytes and leaf', async () => {
    const { relay, store } = await alpha();
    const page = await relay.read('journal', 0, 10);
    const stored = await store.readAll(0, 10);
    expect(page.upTo).toBe(3);
    expect(page.deliveries.map((delivery) => delivery.payload)).toEqual(
      stored.map(({ seq, bytes, leaf, envelope }) => ({ source: 'alpha', seq, bytes, leaf, envelope })),
    );
    expect(page.deliveries.map(({ feed, pattern, key }) => [feed, pattern, key])[0]).toEqual([
      'iic.alpha.journal',
      'journal',
      'alpha',
    ]);
    for (const { bytes, leaf } of stored) expect(verifyLeaf(bytes, leaf)).toBe(true);
  });

  it('gives the other services what may leave, and no person', async () => {
    const { relay, store } = await alpha();
    const { deliveries, upTo } = await relay.read('integration', 0, 10);
    const stored = await store.readAll(1, 1);
    expect(upTo).toBe(3);
    expect(deliveries.map((delivery) => delivery.payload)[0]).toEqual({
      id: stored[0]?.envelope.id ?? '',
      source: 'alpha',
      type: 'AlphaNoted',
      version: 1,
      seq: 2,
      key: 'case-1',
      stream: 'a-1',
      revision: 1,
      recordedAt: '2026-03-02T01:00:00.000Z',
      effectiveAt: '2026-03-02T01:00:00.000Z',
      causation: null,
      actor: { organisation: 'org-1', role: 'lead-unit' },
      data: { text: 'noted' },
    } satisfies Message);
    expect(deliveries.map(({ payload }) => 'data' in payload && payload.data)[1]).toEqual({
      name: 'Center',
      unit: 'org-7',
    });
  });

  it('gives the public only what is open, and no actor at all', async () => {
    const { relay } = await alpha();
    const { deliveries, upTo } = await relay.read('public', 0, 10);
    expect(upTo).toBe(3);
    expect(deliveries.map((delivery) => delivery.payload)).toMatchObject([
      { type: 'AlphaOpened', data: { name: 'Center' } },
    ]);
    expect(JSON.stringify(deliveries)).not.toMatch(/org-|sub-|actor/);
  });

  it('says how far it looked when nothing travels', async () => {
    const { relay } = await alpha();
    expect(await relay.read('public', 0, 2)).toEqual({ upTo: 2, deliveries: [] });
    expect(await relay.read('public', 3, 2)).toEqual({ upTo: 3, deliveries: [] });
  });

  it('publishes an old version as it was recorded', async () => {
    const source = new TestSource('alpha', [...testContracts, { ...AlphaNoted, version: 2 }]);
    await source.record('AlphaNoted', 'a-1', { text: 'old' }, { schemaVersion: 1 });
    await source.record('AlphaNoted', 'a-1', { text: 'new' }, { schemaVersion: 2 });
    const { deliveries } = await source.relay.read('integration', 0, 10);
    expect(deliveries.map(({ payload }) => 'version' in payload && payload.version)).toEqual([1, 2]);
  });

  it('refuses to guess who may see an event that no contract declares', async () => {
    const source = new TestSource('alpha');
    await source.record('AlphaNoted', 'a-1', { text: 'next' }, { schemaVersion: 2 });
    await expect(source.relay.read('integration', 0, 10)).rejects.toBeInstanceOf(UndeclaredEvent);
    expect((await source.relay.read('journal', 0, 10)).deliveries.length).toBe(1);
  });

  it('wakes whoever waits for more, and lets go on close and on abort', async () => {
    const source = await alpha();
    const { signal } = new AbortController();
    await source.relay.changed(2, signal);
    const more = source.relay.changed(3, signal);
    await source.record('AlphaNoted', 'a-1', { text: 'more' });
    await more;
    expect((await source.relay.read('integration', 3, 10)).upTo).toBe(4);
    expect((await source.relay.read('integration', 4, 10)).upTo).toBe(4);
    expect((await source.relay.read('integration', 0, 10)).upTo).toBe(4);
    await source.relay.changed(9, AbortSignal.abort());
    const never = source.relay.changed(9, signal);
    await source.relay.close();
    await never;
  });

  it('comes back when the store fails while it follows', async () => {
    const source = await alpha();
    let failures = 2;
    const flaky = Object.assign(Object.create(source.store), {
      readAll: (after: number, limit: number) => source.store.readAll(after, limit),
      head: () => source.store.head(),
      follow: (after: number, signal: AbortSignal) => {
        failures -= 1;
        if (failures >= 0) throw new Error('disk is away');
        return source.store.follow(after, signal);
      },
    });
    const pauses: number[] = [];
    const relay = new Relay({
      service: 'alpha',
      store: flaky,
      contracts: testContracts,
      delay: async (milliseconds) => void pauses.push(milliseconds),
    });
    const more = relay.changed(3, new AbortController().signal);
    await source.record('AlphaNoted', 'a-1', { text: 'more' });
    await more;
    expect(pauses.length).toBe(2);
    await relay.close();
  });
});
