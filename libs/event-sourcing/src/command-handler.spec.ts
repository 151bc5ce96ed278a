import { leafHash } from '@iic/ledger';
import * as fc from 'fast-check';
import { CommandHandler, type CommandMeta } from './command-handler.ts';
import { decryptPersonal } from './personal-data.ts';
import { type Count, counter, counterVersions } from './testing/counter.ts';
import { InMemoryEventStore } from './testing/in-memory-event-store.ts';
import { InMemoryKeyStore } from './testing/in-memory-key-store.ts';

const actor = { subject: 's-1', organisation: 'o-1', role: 'lead-unit', jurisdiction: '220000' };
const meta = (commandId: string, more: Partial<CommandMeta> = {}): CommandMeta => ({
  commandId,
  fingerprint: `content of ${commandId}`,
  actor,
  ...more,
});

function setUp(now = '2026-03-02T01:00:00.000Z') {
  const clock = { time: now, now: () => clock.time };
  const store = new InMemoryEventStore();
  const keys = new InMemoryKeyStore();
  const newHandler = () => new CommandHandler({ store, keys, clock, versions: counterVersions });
  return { clock, store, keys, newHandler, handler: newHandler() };
}

describe('command handler', () => {
  it('records what the decider accepts, with everything an auditor asks for', async () => {
    const { handler, store } = setUp();
    const outcome = await handler.handle(counter, 'a', { by: 3 }, meta('c-1', { correlation: 'case-9' }));
    expect(outcome).toMatchObject({ stream: 'counter-a', revision: 0, repeated: false });
    const [event] = await store.readStream('counter-a');
    expect(event?.envelope).toMatchObject({
      type: 'Counted',
      schemaVersion: 1,
      revision: 0,
      recordedAt: '2026-03-02T01:00:00.000Z',
      effectiveAt: '2026-03-02T01:00:00.000Z',
      actor,
      commandId: 'c-1',
      correlation: 'case-9',
      data: { by: 3 },
    });
    expect(event?.leaf).toEqual(leafHash(event?.bytes ?? new Uint8Array()));
  });

  it('records nothing when the decider refuses', async () => {
    const { handler, store } = setUp();
    await expect(handler.handle(counter, 'a', { by: 11 }, meta('c-1'))).rejects.toMatchObject({
      refusal: { code: 'too-many', params: { total: 0 } },
    });
    expect(await store.head()).toBe(0);
  });

  it('records nothing that does not fit its contract, and leaves the state as it was', async () => {
    const { store, keys, clock } = setUp();
    const findFault = (type: string, version: number, data: object) =>
      'by' in data && data.by === 4 ? `${type}@${version}: /by must not be 4` : undefined;
    const handler = new CommandHandler({ store, keys, clock, versions: counterVersions, findFault });
    await handler.handle(counter, 'a', { by: 3 }, meta('c-1'));
    await expect(handler.handle(counter, 'a', { by: 4 }, meta('c-2'))).rejects.toMatchObject({
      code: 'event-invalid',
      params: { type: 'Counted', fault: 'Counted@1: /by must not be 4' },
    });
    expect(await store.head()).toBe(1);
    expect((await handler.handle(counter, 'a', { by: 5 }, meta('c-3'))).revision).toBe(1);
  });

  it('answers the same command again with its first outcome, also in a new process', async () => {
    const { handler, newHandler, store } = setUp();
    const first = await handler.handle(counter, 'a', { by: 3 }, meta('c-1'));
    await handler.handle(counter, 'a', { by: 4 }, meta('c-2'));
    for (const again of [handler, newHandler()]) {
      const repeat = await again.handle(counter, 'a', { by: 3 }, meta('c-1'));
      expect(repeat.repeated).toBe(true);
      expect(repeat.events.map((event) => event.envelope.id)).toEqual(
        first.events.map((event) => event.envelope.id),
      );
    }
    expect(await store.head()).toBe(2);
  });

  it('refuses the same command id with other content', async () => {
    const { handler } = setUp();
    await handler.handle(counter, 'a', { by: 3 }, meta('c-1'));
    await expect(
      handler.handle(counter, 'a', { by: 4 }, meta('c-1', { fingerprint: 'other' })),
    ).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('refuses a caller who saw another revision', async () => {
    const { handler } = setUp();
    await handler.handle(counter, 'a', { by: 3 }, meta('c-1'));
    await expect(
      handler.handle(counter, 'a', { by: 1 }, meta('c-2', { expectedRevision: 4 })),
    ).rejects.toMatchObject({ code: 'revision-mismatch', expected: 4, actual: 0 });
  });

  it('asks for admission with the present state before it decides', async () => {
    const { handler, store } = setUp();
    await handler.handle(counter, 'a', { by: 3 }, meta('c-1'));
    const admit = (total: number) => {
      if (total === 3) throw new Error('not for you');
    };
    await expect(handler.handle(counter, 'a', { by: 1 }, meta('c-2'), admit)).rejects.toThrow('not for you');
    expect(await store.head()).toBe(1);
  });

  it('answers a repeat although the command itself ended what let the caller in', async () => {
    const { handler } = setUp();
    const whileEmpty = (total: number) => {
      if (total > 0) throw new Error('not for you any more');
    };
    const first = await handler.handle(counter, 'a', { by: 3 }, meta('c-1'), whileEmpty);
    const again = await handler.handle(counter, 'a', { by: 3 }, meta('c-1'), whileEmpty);
    expect(again).toMatchObject({ repeated: true, revision: first.revision });
  });

  it('never lets two handlers together exceed what one may', async () => {
    const { handler, newHandler, store } = setUp();
    const handlers = [handler, newHandler(), newHandler()];
    const results = await Promise.allSettled(
      handlers.map((one, index) => one.handle(counter, 'a', { by: 4 }, meta(`c-${index}`))),
    );
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(await store.head()).toBe(2);
  });

  it('never records an event before its predecessor or its cause', async () => {
    const { handler, clock, store } = setUp();
    await handler.handle(counter, 'a', { by: 1 }, meta('c-1'));
    clock.time = '2026-03-02T00:59:00.000Z';
    await handler.handle(counter, 'a', { by: 1 }, meta('c-2'));
    const causation = { id: 'e-1', recordedAt: '2026-03-02T01:02:00.000Z' };
    await handler.handle(counter, 'a', { by: 1 }, meta('c-3', { causation }));
    const events = await store.readStream('counter-a');
    expect(events.map((event) => event.envelope.recordedAt)).toEqual([
      '2026-03-02T01:00:00.000Z',
      '2026-03-02T01:00:00.000Z',
      '2026-03-02T01:02:00.000Z',
    ]);
  });

  it('keeps personal data out of the clear, and replay and leaves intact when its key is destroyed', async () => {
    const { handler, newHandler, keys, store } = setUp();
    await handler.handle(counter, 'a', { by: 3, note: '张三 13900000000' }, meta('c-1'));
    const [event] = await store.readStream('counter-a');
    const part = event?.envelope.encrypted;
    if (event === undefined || part === null || part === undefined) throw new Error('no encrypted part');
    expect(Buffer.from(event.bytes).toString('utf8')).not.toContain('13900000000');
    expect(await decryptPersonal(part, keys)).toEqual({ note: '张三 13900000000' });
    await keys.shred('person-1');
    expect(await decryptPersonal(part, keys)).toBeUndefined();
    expect((await newHandler().load(counter, 'a')).state).toBe(3);
    expect(leafHash(event.bytes)).toEqual(event.leaf);
    await expect(handler.handle(counter, 'a', { by: 1, note: 'x' }, meta('c-2'))).rejects.toMatchObject({
      code: 'key-shredded',
    });
  });

  it('gives the state as it was recorded at an instant', async () => {
    const { handler, clock } = setUp();
    await handler.handle(counter, 'a', { by: 1 }, meta('c-1'));
    clock.time = '2026-03-03T00:00:00.000Z';
    await handler.handle(counter, 'a', { by: 5 }, meta('c-2'));
    expect((await handler.loadAsOf(counter, 'a', '2026-03-02T12:00:00.000Z')).state).toBe(1);
    expect((await handler.loadAsOf(counter, 'a', '2026-03-01T00:00:00.000Z')).revision).toBe(-1);
  });

  it('holds the same state in memory as a replay gives, whatever the commands', async () => {
    const command: fc.Arbitrary<Count> = fc.record({ by: fc.integer({ min: -5, max: 6 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 20 }), async (commands) => {
        const { handler, newHandler } = setUp();
        for (const [index, one] of commands.entries()) {
          await handler.handle(counter, 'a', one, meta(`c-${index}`)).catch(() => undefined);
        }
        const live = await handler.load(counter, 'a');
        const replayed = await newHandler().load(counter, 'a');
        expect({ ...live, commands: [...live.commands] }).toEqual({
          ...replayed,
          commands: [...replayed.commands],
        });
      }),
      { numRuns: 50 },
    );
  });
});
