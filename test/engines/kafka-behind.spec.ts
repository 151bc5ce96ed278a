/** A log that was put back to an earlier state, while its topics hold more. */

import { sampleBatch } from '@iic/event-sourcing/testing';
import { topicName } from '@iic/messaging/kafka';
import { TestSource } from '@iic/messaging/testing';
import { eventually } from './eventually.ts';
import { describeWithEngine } from './index.ts';
import { KafkaPlatform } from './kafka-platform.ts';
import { recordsOf } from './records-of.ts';

const noted = { type: 'AlphaNoted', correlation: 'case-1', data: { text: 'noted' } };

/** The events of the log that the topics know. */
const known = Array.from({ length: 5 }, (_, index) => sampleBatch(`alpha-${index}`, -1, 1, noted));

/** A log that holds the first of them, and others after those. */
async function logOf(first: number, others = 0): Promise<TestSource> {
  const source = new TestSource('alpha');
  for (const batch of known.slice(0, first)) await source.store.append(batch);
  for (let other = 0; other < others; other += 1) {
    await source.record('AlphaNoted', `other-${other}`, { text: 'noted' });
  }
  return source;
}

await describeWithEngine('kafka', 'a log that is behind its topics', ({ address }) => {
  let platform: KafkaPlatform;

  beforeAll(async () => {
    platform = await KafkaPlatform.open(address, ['alpha']);
    const whole = platform.publish((await logOf(5)).relay);
    expect(await eventually(() => whole.status().published === 5)).toBe(true);
    await whole.close();
  });

  afterAll(() => platform.close());

  it('is not published, and the publisher says where both end', async () => {
    const publisher = platform.publish((await logOf(3)).relay);
    expect(await eventually(() => publisher.status().failure !== null)).toBe(true);
    expect(publisher.status().failure).toContain('ends at 3, does not hold event 5');
    await publisher.close();
  });

  it('is not published either when other events have taken the numbers since', async () => {
    const publisher = platform.publish((await logOf(3, 3)).relay);
    expect(await eventually(() => publisher.status().failure !== null)).toBe(true);
    expect(publisher.status().failure).toContain('does not hold event 5');
    await publisher.close();
  });

  it('goes on in a recovery from where both agree, also with what was recorded before it', async () => {
    const source = await logOf(3);
    const early = await source.record('AlphaNoted', 'alpha-new', { text: 'noted before the recovery' });
    const recovered = platform.publish(source.relay, { recovers: true });
    expect(await eventually(() => recovered.status().published === early)).toBe(true);
    await recovered.close();
    await source.record('AlphaNoted', 'alpha-newer', { text: 'noted later, without a recovery' });
    const next = platform.publish(source.restart());
    expect(await eventually(() => next.status().published === 5)).toBe(true);
    const journal = await recordsOf(platform, topicName(platform.prefix, 'alpha', 'journal'));
    expect(journal.length).toBe(7);
  });
});
