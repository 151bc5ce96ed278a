import type { Kafka } from 'kafkajs';

/**
 * Sets a group's committed offsets back, in each partition of which the consumer itself knows less. Nobody may be in the
 * group. Rejects with what the client library says.
 *
 * @param kept offset that the consumer would read next
 */
export async function rewindGroup(
  kafka: Kafka,
  groupId: string,
  topics: readonly string[],
  kept: (topic: string, partition: number) => Promise<number>,
): Promise<void> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    for (const { topic, partitions } of await admin.fetchOffsets({ groupId, topics: [...topics] })) {
      const behind: { partition: number; offset: string }[] = [];
      for (const { partition, offset } of partitions) {
        const next = await kept(topic, partition);
        if (next < Number(offset)) behind.push({ partition, offset: String(next) });
      }
      if (behind.length > 0) await admin.setOffsets({ groupId, topic, partitions: behind });
    }
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
