import type { Admin, ITopicConfig } from 'kafkajs';
import { eventually } from './eventually.ts';

/**
 * Makes topics, and waits until the broker knows them: its controller accepts them a moment earlier, and the
 * client's own wait fails in that moment.
 */
export async function makeTopics(admin: Admin, topics: ITopicConfig[]): Promise<void> {
  await admin.createTopics({ topics, waitForLeaders: false });
  const known = () =>
    admin.fetchTopicMetadata({ topics: topics.map(({ topic }) => topic) }).then(
      () => true,
      () => false,
    );
  if (!(await eventually(known))) throw new Error('The broker did not make the topics asked for.');
}
