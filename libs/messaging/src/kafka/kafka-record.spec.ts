import { Kafka, type KafkaMessage } from 'cloudevents';
import { sampleDelivery, sampleJournalDelivery } from '../testing/index.ts';
import { fromRecord, type OutgoingRecord, toRecord } from './kafka-record.ts';

const origin = {
  topic: 'iic.alpha.integration',
  partition: 0,
  source: 'alpha',
  channel: 'integration',
} as const;

function received({ key, value, headers }: OutgoingRecord) {
  const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]);
  return {
    key: Buffer.from(key),
    value: Buffer.from(value),
    headers: Object.fromEntries(bytes),
    offset: '4',
  };
}

describe('records', () => {
  it('are read by the CloudEvents SDK as CloudEvents in binary mode', () => {
    const causation = { id: 'beta-7', recordedAt: '2026-03-01T01:00:00.000Z' };
    const { key, value, headers } = toRecord(sampleDelivery({ data: { text: '中心' }, causation }));
    const record: KafkaMessage<unknown> = { key, value, body: value, headers };
    const event = Kafka.toEvent(record);
    expect(event).toMatchObject({
      specversion: '1.0',
      id: 'alpha-1',
      source: 'urn:iic:alpha',
      type: 'AlphaNoted',
      time: '2026-03-02T01:00:00.000Z',
      subject: 'case-1',
      datacontenttype: 'application/json',
      causationid: 'beta-7',
      data: { text: '中心' },
    });
  });

  it('come back as the message they were', () => {
    const delivery = sampleDelivery({ data: { text: '中心', list: [1, null] } });
    expect(fromRecord(received(toRecord(delivery)), origin)).toEqual(delivery);
  });

  it('carry a journal byte for byte, with its leaf', () => {
    const delivery = sampleJournalDelivery('alpha', 2);
    const found = fromRecord(received(toRecord(delivery)), {
      ...origin,
      topic: 'iic.alpha.journal',
      channel: 'journal',
    });
    if (found.channel !== 'journal') throw new Error('It should be a journal record.');
    expect(Buffer.compare(found.payload.bytes, delivery.payload.bytes)).toBe(0);
    expect(Buffer.compare(found.payload.leaf, delivery.payload.leaf)).toBe(0);
    expect(found.payload.envelope).toEqual(delivery.payload.envelope);
  });
});
