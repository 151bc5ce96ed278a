/** A consumer whose state was put back to an earlier moment, while the broker takes more for done. */
import { KafkaTransport } from '@iic/messaging/kafka';
import { handle, listen, TestGroup, TestSource } from '@iic/messaging/testing';
import { Logger } from '@nestjs/common';
import { eventually } from './eventually.ts';
import { describeWithEngine } from './index.ts';
import { KafkaPlatform } from './kafka-platform.ts';
import { noteOnce } from './note-once.ts';

Logger.overrideLogger(false);

await describeWithEngine('kafka', 'a consumer that was restored', ({ address }) => {
  it('reads again what its state no longer knows, and nothing else', async () => {
    const platform = await KafkaPlatform.open(address, ['alpha', 'beta'], 2);
    const alpha = new TestSource('alpha');
    platform.publish(alpha.relay);
    for (let index = 0; index < 20; index += 1) {
      await alpha.record('AlphaNoted', `a-${index % 5}`, { text: 'noted' });
    }

    /** Lets the group run over what it knows until it has so many effects; resolves with how many it handled. */
    async function run(group: TestGroup, effects: number): Promise<number> {
      const transport = new KafkaTransport({
        ...group.options(),
        kafka: platform.kafka,
        prefix: platform.prefix,
        sessionTimeout: 6_000,
      });
      handle(transport, noteOnce(group));
      await listen(transport);
      expect(await eventually(() => group.effects().length === effects)).toBe(true);
      await transport.close();
      return transport.processor.counters.handled;
    }

    const before = new TestGroup();
    expect(await run(before, 20)).toBe(20);
    // The disk was lost, and an older copy has nothing of it.
    const restored = new TestGroup();
    expect(await run(restored, 20)).toBe(20);
    await alpha.record('AlphaNoted', 'a-1', { text: 'noted later' });
    expect(await run(restored, 21)).toBe(1);
    await platform.close();
    await alpha.relay.close();
  });
});
