/** Processes that stall, die, take over from one another, or act at the same time. */
import type { EventTransport, Leases } from '@iic/messaging';
import { KafkaTransport, topicName } from '@iic/messaging/kafka';
import { gate, handle, listen, TestGroup, type TestHandler, TestSource } from '@iic/messaging/testing';
import { Logger } from '@nestjs/common';
import { faultsOf } from '../chaos/effects.ts';
import { eventually } from './eventually.ts';
import { describeWithEngine } from './index.ts';
import { KafkaPlatform } from './kafka-platform.ts';
import { noteOnce } from './note-once.ts';
import { recordsOf } from './records-of.ts';
import { StallableClient } from './stallable-client.ts';

Logger.overrideLogger(false);

const partitions = 4;

/** Leases that everybody gets: what two processes have when one of them has not noticed yet. */
const forEverybody: Leases = {
  acquire: async () => ({ fence: 1, lost: new AbortController().signal, release: async () => undefined }),
  close: async () => undefined,
};

await describeWithEngine('kafka', 'faults between processes', ({ address }) => {
  let platform: KafkaPlatform;
  let alpha: TestSource;
  let group: TestGroup;
  let running: EventTransport[];

  beforeEach(async () => {
    platform = await KafkaPlatform.open(address, ['alpha', 'beta'], partitions);
    alpha = new TestSource('alpha');
    group = new TestGroup();
    running = [];
  });

  afterEach(async () => {
    await Promise.all(running.map((transport) => transport.close()));
    await platform.close();
    await alpha.relay.close();
  });

  /** One process of the group. */
  async function join(handlers: Readonly<Record<string, TestHandler>> = {}, kafka = platform.kafka) {
    const { prefix } = platform;
    // The broker takes no shorter session.
    const transport = new KafkaTransport({
      ...group.options(),
      kafka,
      prefix,
      sessionTimeout: 6_000,
      batchSize: 5,
    });
    handle(transport, { ...noteOnce(group), ...handlers });
    running.push(transport);
    await listen(transport);
    return transport;
  }

  async function note(count: number, streams = 20): Promise<readonly string[]> {
    const expected: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const stream = `a-${index % streams}`;
      await alpha.record('AlphaNoted', stream, { text: 'noted' });
      expected.push(`${stream} ${Math.floor(index / streams)}`);
    }
    return expected;
  }

  const allNoted = (count: number) => eventually(() => group.effects().length >= count);

  /** Every effect once, and those of each stream in order. */
  function expectEffects(expected: readonly string[]): void {
    expect(faultsOf(group.effects().map(String), expected)).toEqual([]);
  }

  it('neither loses nor doubles an effect when partitions move in mid-batch', async () => {
    platform.publish(alpha.relay);
    const expected = await note(400);
    let slow = true;
    const slowly: TestHandler = async (message) => {
      if (slow) await new Promise((resolve) => setTimeout(resolve, 5));
      group.effect(message);
      return { outcome: 'done' };
    };
    const first = await join({ AlphaNoted: slowly });
    expect(await allNoted(20)).toBe(true);
    await join({ AlphaNoted: slowly });
    expect(await allNoted(120)).toBe(true);
    await first.close();
    const third = await join({ AlphaNoted: slowly });
    expect(await allNoted(250)).toBe(true);
    await third.close();
    slow = false;
    expect(await allNoted(400)).toBe(true);
    expectEffects(expected);
  });

  it('bears a former owner that wakes up and writes after the new one', async () => {
    platform.publish(alpha.relay);
    const stalled = gate();
    const wakes = gate();
    let stall = true;
    const sleepy: TestHandler = async (message) => {
      if (stall) {
        stall = false;
        stalled.open();
        await wakes.opened;
      }
      group.effect(message);
      return { outcome: 'done' };
    };
    const client = new StallableClient(platform.brokers);
    const former = await join({ AlphaNoted: sleepy }, client.kafka);
    const expected = await note(40);
    await stalled.opened;
    client.stall();
    await join();
    expect(await allNoted(40)).toBe(true);
    client.wake();
    wakes.open();
    const more = await note(40);
    expect(more.length).toBe(40);
    expect(await allNoted(80)).toBe(true);
    await former.close();
    const again = expected.map((text) =>
      text.replace(/ (\d+)$/, (_, revision) => ` ${Number(revision) + 2}`),
    );
    expectEffects([...expected, ...again]);
  });

  it('leaves no gap when two publish at once, and repeats do no harm', async () => {
    const second = alpha.restart();
    await note(100);
    platform.publish(alpha.relay, { leases: forEverybody, batchSize: 7 });
    platform.publish(second, { leases: forEverybody, batchSize: 11 });
    const expected = Array.from({ length: 100 }, (_, index) => `a-${index % 20} ${Math.floor(index / 20)}`);
    await join();
    expect(await allNoted(100)).toBe(true);
    expectEffects(expected);
    expect(await eventually(() => platform.publishers.every((each) => each.status().published === 100))).toBe(
      true,
    );
    const journal = await recordsOf(platform, topicName(platform.prefix, 'alpha', 'journal'));
    const seqs = journal.map(({ headers }) => Number(headers?.['ce_seq']));
    expect([...new Set(seqs)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, seq) => seq + 1),
    );
    await second.close();
  });

  it('lets a publisher whose lease is lost send nothing more, and the next one go on where it was', async () => {
    const lost = new AbortController();
    const untilLost: Leases = {
      acquire: async (_, signal) => {
        if (lost.signal.aborted) {
          await new Promise((_resolve, reject) => signal.addEventListener('abort', reject));
        }
        return { fence: 1, lost: lost.signal, release: async () => undefined };
      },
      close: async () => undefined,
    };
    const former = platform.publish(alpha.relay, { leases: untilLost });
    await note(10);
    expect(await eventually(() => former.status().published === 10)).toBe(true);
    lost.abort();
    expect(await eventually(() => former.status().state === 'waiting for its lease')).toBe(true);
    await note(10);
    const next = alpha.restart();
    const publisher = platform.publish(next);
    expect(await eventually(() => publisher.status().published === 20)).toBe(true);
    expect(former.status().published).toBe(10);
    const journal = await recordsOf(platform, topicName(platform.prefix, 'alpha', 'journal'));
    expect(journal.map(({ headers }) => Number(headers?.['ce_seq']))).toEqual(
      Array.from({ length: 20 }, (_, seq) => seq + 1),
    );
    await next.close();
  });

  it('publishes events of any size a command can bring', async () => {
    const publisher = platform.publish(alpha.relay);
    const text = 'x'.repeat(700_000);
    for (let index = 0; index < 5; index += 1) await alpha.record('AlphaNoted', 'a-1', { text });
    expect(await eventually(() => publisher.status().published === 5)).toBe(true);
    await join();
    expect(await allNoted(5)).toBe(true);
  });
});
