/** What a stranger or a broken producer can put on a topic, and what becomes of it. */
import { type EventTransport, encodeDelivery, feedName, ParkedMessages } from '@iic/messaging';
import { KafkaTransport, topicName } from '@iic/messaging/kafka';
import { handle, listen, TestGroup, TestSource } from '@iic/messaging/testing';
import { Logger } from '@nestjs/common';
import type { Message } from 'kafkajs';
import { eventually } from './eventually.ts';
import { describeWithEngine } from './index.ts';
import { KafkaPlatform } from './kafka-platform.ts';
import { noteOnce } from './note-once.ts';

Logger.overrideLogger(false);

const time = '2026-03-02T01:00:00.000Z';

function record(headers: Message['headers'] = {}, members: Partial<Message> = {}): Message {
  return {
    key: 'a-9',
    value: JSON.stringify({ text: 'noted' }),
    ...members,
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: 'stranger-1',
      ce_source: 'urn:iic:alpha',
      ce_type: 'AlphaNoted',
      ce_time: time,
      ce_subject: 'a-9',
      ce_schemaversion: '1',
      ce_seq: '99',
      ce_stream: 'a-9',
      ce_revision: '0',
      ce_effectiveat: time,
      ...headers,
    },
  };
}

const flaws: Readonly<Record<string, { readonly record: Message; readonly reason: RegExp }>> = {
  'no headers at all': {
    record: { key: 'a-9', value: '{}' },
    reason: /cannot be read: its attribute specversion is missing/,
  },
  'a missing attribute': { record: record({ ce_id: '' }), reason: /its attribute id is missing/ },
  'an attribute given twice': {
    record: record({ ce_type: ['AlphaNoted', 'AlphaOpened'] }),
    reason: /its header ce_type comes 2 times/,
  },
  'a number that is none': { record: record({ ce_seq: 'many' }), reason: /seq is many, not a whole number/ },
  'another CloudEvents version': {
    record: record({ ce_specversion: '0.3' }),
    reason: /version is 0.3, not 1.0/,
  },
  'data that are not JSON': { record: record({}, { value: 'hello' }), reason: /its data are not JSON/ },
  'data that are no object': { record: record({}, { value: '[1]' }), reason: /not a JSON object/ },
  'no data': { record: record({}, { value: null }), reason: /it has no data/ },
  'a wrong key': { record: record({}, { key: 'a-8' }), reason: /its key is a-8, but a-9 belongs here/ },
  'no key': { record: record({}, { key: null }), reason: /its key is missing, but a-9 belongs here/ },
  "another service's event": {
    record: record({ ce_source: 'urn:iic:beta' }),
    reason: /its source is beta, but alpha belongs here/,
  },
  "a stranger's event": {
    record: record({ ce_source: 'https://example.org/shop' }),
    reason: /its source https:\/\/example.org\/shop is not ours/,
  },
  'an unknown version': {
    record: record({ ce_schemaversion: '7' }),
    reason: /AlphaNoted version 7 is unknown here; known: 1. Install the release that reads it/,
  },
  'data that break the contract': {
    record: record({}, { value: '{"text":1}' }),
    reason: /The data of AlphaNoted version 1 breaks its contract: \/text/,
  },
  'an oversized value': {
    record: record({}, { value: JSON.stringify({ text: 'x'.repeat(12 * 1024 * 1024) }) }),
    reason: /it is over 12582912 bytes long/,
  },
};

await describeWithEngine('kafka', 'records nobody can use', ({ address }) => {
  let platform: KafkaPlatform;
  let alpha: TestSource;
  let group: TestGroup;
  let transport: EventTransport;
  let topic: string;

  beforeEach(async () => {
    platform = await KafkaPlatform.open(address, ['alpha', 'beta'], 1);
    topic = topicName(platform.prefix, 'alpha', 'integration');
    // The platform's own topics refuse what is too long; a topic made by somebody else might not.
    await platform.allowBytes(topic, 16 * 1024 * 1024);
    alpha = new TestSource('alpha');
    group = new TestGroup();
    const { kafka, prefix } = platform;
    transport = new KafkaTransport({ ...group.options(), kafka, prefix });
    handle(transport, noteOnce(group));
  });

  afterEach(async () => {
    await transport.close();
    await platform.close();
    await alpha.relay.close();
  });

  const counts = () => group.state.counts(group.name);

  it.each(Object.entries(flaws))('parks %s with a reason, and others go on', async (_, flaw) => {
    await platform.produce(topic, [flaw.record]);
    await listen(transport);
    expect(await eventually(async () => (await counts()).parked === 1)).toBe(true);
    platform.publish(alpha.relay);
    await alpha.record('AlphaNoted', 'a-1', { text: 'noted' });
    expect(await eventually(() => group.effects().length === 1)).toBe(true);
    const parked = new ParkedMessages(transport.processor);
    const [first] = await parked.list();
    expect(first?.reason).toMatch(flaw.reason);
    const ordinal = first?.ordinal ?? -1;
    expect((await parked.replay(ordinal))?.outcome).toBe('parked');
    expect(await parked.discard(ordinal, { reason: 'written by a stranger', by: 'sub-9' })).toBe(true);
    expect(group.effects()).toEqual(['a-1 0']);
  });

  it('keeps a broken record as it came, and handles it once it can be read', async () => {
    await platform.produce(topic, [record({ ce_seq: 'many', ce_note: Buffer.from([0xff, 0x00]) })]);
    await listen(transport);
    expect(await eventually(async () => (await counts()).parked === 1)).toBe(true);
    const [held] = await group.state.list(group.name, { limit: 1 });
    if (held?.delivery.channel !== 'broken') throw new Error('It should be kept as a broken record.');
    const headers = new Map(held.delivery.payload.headers);
    expect(headers.get('ce_note')).toBe(Buffer.from([0xff, 0x00]).toString('base64'));
    expect(held.delivery.feed).toContain(feedName('alpha', 'integration'));
    // What a repaired release would read: the same record, with a number it understands.
    headers.set('ce_seq', Buffer.from('99').toString('base64'));
    const repaired = { ...held.delivery, payload: { ...held.delivery.payload, headers: [...headers] } };
    expect(encodeDelivery(repaired)).not.toBe(encodeDelivery(held.delivery));
    await group.state.remove(group.name, held.ordinal);
    const ordinal = await group.state.hold(
      group.name,
      repaired,
      { status: 'parked', reason: 'was broken', attempts: 1 },
      time,
    );
    expect((await new ParkedMessages(transport.processor).replay(ordinal))?.outcome).toBe('done');
    expect(group.effects()).toEqual(['a-9 0']);
    expect(await counts()).toMatchObject({ parked: 0 });
  });

  it('holds a journal up at a broken record, since an auditor may not skip any', async () => {
    const journal = topicName(platform.prefix, 'alpha', 'journal');
    const auditor = new TestGroup('audit');
    const { kafka, prefix } = platform;
    const audit = new KafkaTransport({ ...auditor.options({ channel: 'journal' }), kafka, prefix });
    const taken: number[] = [];
    audit.addHandler(
      'journal',
      async ({ seq }: { readonly seq: number }) => {
        taken.push(seq);
        return { outcome: 'done' };
      },
      true,
    );
    platform.publish(alpha.relay);
    await alpha.record('AlphaNoted', 'a-1', { text: 'noted' });
    await listen(audit);
    expect(await eventually(() => taken.length === 1)).toBe(true);
    await platform.produce(journal, [{ key: 'alpha', value: 'not an envelope' }]);
    await alpha.record('AlphaNoted', 'a-1', { text: 'noted' });
    expect(await eventually(async () => (await auditor.state.counts('audit')).behind === 1)).toBe(true);
    expect(await auditor.state.counts('audit')).toMatchObject({ parked: 1, behind: 1 });
    expect(taken).toEqual([1]);
    await audit.close();
  });
});
