/** Three clients, one of them written by nobody here, get the same public facts. */
import { playCenter } from '@iic/local';
import { topicName } from '@iic/messaging/kafka';
import { type PublicEvent, publicServices } from '../consumers/cloud-event.ts';
import { addEvents, loadFeeds, openEventTable } from '../consumers/event-table.ts';
import { readToEnd } from '../consumers/http-feed.ts';
import { adjustments, answer, leadTimes, spending } from '../consumers/questions.ts';
import { readWithKafkajs } from '../consumers/with-kafkajs.ts';
import { readWithKcat, whyNoKcat } from '../consumers/with-kcat.ts';
import { WholePlatform } from '../platform/whole-platform.ts';
import { eventually } from './eventually.ts';
import { describeWithEngine } from './index.ts';
import { KafkaPlatform } from './kafka-platform.ts';

const analyst = { role: 'analytics', organisation: 'org-statistics', person: 'p-analyst' } as const;
const noKcat = await whyNoKcat();

await describeWithEngine('kafka', 'consumers of public events', ({ address }) => {
  let platform: WholePlatform;
  let broker: KafkaPlatform;
  let token: string;
  let overHttp: readonly string[];
  const topics = () => publicServices.map((service) => topicName(broker.prefix, service, 'public'));

  beforeAll(async () => {
    platform = await WholePlatform.start();
    token = await platform.client.tokenOf(analyst);
    await playCenter({
      url: platform.url,
      tokens: (identity) => platform.client.tokenOf(identity),
      run: 'k1',
      prefecture: '220300',
      adjustments: ['1700000000'],
      spent: '100000000',
    });
    await platform.settled();
    broker = await KafkaPlatform.open(address, publicServices);
    for (const { runtime } of platform.services) {
      if (!publicServices.some((service) => service === runtime.name)) continue;
      const publisher = broker.publish(runtime.relay);
      const head = await runtime.store.head();
      expect(await eventually(() => publisher.status().published >= head)).toBe(true);
    }
    overHttp = facts(await feed());
  });

  afterAll(async () => {
    await broker.close();
    await platform.close();
  });

  async function feed(): Promise<readonly PublicEvent[]> {
    const events: PublicEvent[] = [];
    for (const service of publicServices) {
      for await (const batch of readToEnd({ url: platform.url, token, service }, 0)) {
        events.push(...batch.events);
      }
    }
    return events;
  }

  it('have something to read over HTTP', () => {
    expect(overHttp.length).toBe(4);
    expect(overHttp.join('\n')).toContain('AdjustmentApproved');
  });

  it('get the same with kafkajs', async () => {
    expect(facts(await readWithKafkajs(address, topics()))).toEqual(overHttp);
  });

  it(noKcat === undefined ? 'get the same with kcat' : `with kcat did not run: ${noKcat}`, async () => {
    if (noKcat !== undefined) return console.warn(`consumers of public events: kcat did not run: ${noKcat}`);
    const read = await Promise.all(topics().map((topic) => readWithKcat(address, topic)));
    expect(facts(read.flat())).toEqual(overHttp);
  });

  it('answer the questions alike from the topics and from the feed', async () => {
    const [fromTopics, fromFeed] = [await openEventTable(), await openEventTable()];
    await addEvents(fromTopics, await readWithKafkajs(address, topics()));
    await loadFeeds(fromFeed, platform.url, token);
    for (const question of [leadTimes, adjustments, spending]) {
      const told = await answer(fromFeed, question);
      expect(told.length).toBe(1);
      expect(await answer(fromTopics, question)).toEqual(told);
    }
    for (const table of [fromTopics, fromFeed]) table.closeSync();
  });
});

/** What is told, in the order of each service. */
function facts(events: readonly PublicEvent[]): readonly string[] {
  return events
    .map(({ source, seq, type, subject, time, data }) =>
      JSON.stringify([source, Number(seq), type, subject, time, data]),
    )
    .sort();
}
