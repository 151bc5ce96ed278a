import { groupName, KafkaTransport } from '@iic/messaging/kafka';
import { transportContract } from '@iic/messaging/testing';
import { Logger } from '@nestjs/common';
import { eventually } from './eventually.ts';
import { describeWithEngine } from './index.ts';
import { KafkaPlatform } from './kafka-platform.ts';

Logger.overrideLogger(false);

await describeWithEngine('kafka', 'KafkaTransport', ({ address }) => {
  // The contract compares the order of all cases, which only one partition keeps.
  transportContract('Kafka', async () => {
    const platform = await KafkaPlatform.open(address, ['alpha', 'beta'], 1);
    const { kafka, prefix } = platform;
    return {
      publish: async (relay) => {
        platform.publish(relay, { batchSize: 3 });
      },
      connect: (options) => new KafkaTransport({ ...options, kafka, prefix, batchSize: 3 }),
      // Without its offsets a group begins at the beginning.
      rewind: (group) =>
        platform.admin(async (admin) => {
          await admin.deleteGroups([groupName(prefix, group)]);
        }),
      caughtUp: async (transport, { relay }) => {
        const head = await relay.head();
        const publisher = platform.publishers.find((each) => each.source === relay.service);
        const published = await eventually(() => (publisher?.status().published ?? 0) >= head);
        return (
          published &&
          eventually(async () => {
            const lag = (await transport.lag())[relay.service];
            return lag !== undefined && lag.head === lag.position;
          })
        );
      },
      close: () => platform.close(),
    };
  });
});
