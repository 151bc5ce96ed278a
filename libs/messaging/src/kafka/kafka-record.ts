import { createHash } from 'node:crypto';
import type { JsonObject } from '@iic/event-sourcing';
import {
  cloudEventAttributes,
  cloudEventSource,
  messageAttributes,
  NotACloudEvent,
} from '../cloud-events.ts';
import {
  type BrokenDelivery,
  type Channel,
  type Delivery,
  feedName,
  type JournalDelivery,
  journalDelivery,
  type MessageDelivery,
  messageDelivery,
} from '../message.ts';

/** Longest record that is looked at, in bytes; topics are made to refuse longer ones. */
export const maxRecordBytes = 12 * 1024 * 1024;

const attributePrefix = 'ce_';
const contentType = 'content-type';
const jsonType = 'application/json';

/** A record as it is sent. */
export interface OutgoingRecord {
  readonly key: string;
  readonly value: string | Buffer;
  readonly headers: Record<string, string>;
}

type HeaderValue = Buffer | string | (Buffer | string)[] | undefined;

/** A record as it is received. */
export interface IncomingRecord {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, HeaderValue>> | undefined;
  readonly offset: string;
}

/** Where a record was found. */
export interface RecordOrigin {
  readonly topic: string;
  readonly partition: number;
  readonly source: string;
  readonly channel: Channel;
}

/** CloudEvents 1.0, Kafka protocol binding 1.0, binary content mode: attributes in headers, data in the value. */
export function toRecord(delivery: MessageDelivery | JournalDelivery): OutgoingRecord {
  return delivery.channel === 'journal' ? journalRecord(delivery) : messageRecord(delivery);
}

function messageRecord({ payload }: MessageDelivery): OutgoingRecord {
  const { datacontenttype: _, ...attributes } = cloudEventAttributes(payload);
  return {
    key: payload.key,
    value: JSON.stringify(payload.data),
    headers: prefixed(attributes),
  };
}

/** The exact stored bytes; their leaf hash beside them. */
function journalRecord({ payload: { source, seq, bytes, leaf, envelope } }: JournalDelivery): OutgoingRecord {
  const attributes = {
    specversion: '1.0',
    id: envelope.id,
    source: cloudEventSource(source),
    type: envelope.type,
    time: envelope.recordedAt,
    subject: envelope.correlation,
    seq: String(seq),
    leaf: Buffer.from(leaf.buffer, leaf.byteOffset, leaf.byteLength).toString('hex'),
  };
  return {
    key: source,
    value: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    headers: prefixed(attributes),
  };
}

/** A loop, since this runs for every message on every channel. */
function prefixed(attributes: object): Record<string, string> {
  const headers: Record<string, string> = { [contentType]: jsonType };
  for (const [name, value] of Object.entries(attributes)) headers[attributePrefix + name] = value;
  return headers;
}

/** Reads a record. One that cannot be read is a delivery too: a broken one, to be parked. */
export function fromRecord(record: IncomingRecord, origin: RecordOrigin): Delivery {
  try {
    return origin.channel === 'journal'
      ? readJournal(record, origin)
      : readMessage(record, origin, origin.channel);
  } catch (error) {
    if (error instanceof NotACloudEvent) return broken(record, origin, error.message);
    if (error instanceof SyntaxError) return broken(record, origin, 'its data are not JSON');
    throw error;
  }
}

function readMessage(
  record: IncomingRecord,
  origin: RecordOrigin,
  channel: 'integration' | 'public',
): MessageDelivery {
  const value = dataOf(record);
  const attributes = messageAttributes(attributesOf(record));
  agree('source', attributes.source, origin.source);
  agree('key', record.key?.toString('utf8'), attributes.key);
  return messageDelivery(channel, { ...attributes, data: objectOf(value) });
}

function objectOf(value: Buffer) {
  const data: unknown = JSON.parse(value.toString('utf8'));
  if (isObject(data)) return data;
  throw new NotACloudEvent('its data are not a JSON object');
}

function isObject(data: unknown): data is JsonObject {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function readJournal(record: IncomingRecord, origin: RecordOrigin): JournalDelivery {
  const bytes = dataOf(record);
  const { source, seq: seqText, leaf: leafText } = attributesOf(record);
  agree('source', source, cloudEventSource(origin.source));
  agree('key', record.key?.toString('utf8'), origin.source);
  const seq = Number(seqText);
  if (!Number.isSafeInteger(seq) || seq < 1) throw new NotACloudEvent(`its attribute seq is ${seqText}`);
  const leaf = Buffer.from(leafText ?? '', 'hex');
  if (leaf.length !== 32) throw new NotACloudEvent('its attribute leaf is not a SHA-256 in hexadecimal');
  return journalDelivery({ source: origin.source, seq, bytes, leaf, envelope: envelopeOf(bytes) });
}

function envelopeOf(bytes: Buffer) {
  const envelope = JSON.parse(bytes.toString('utf8'));
  const texts = [envelope?.id, envelope?.type, envelope?.stream, envelope?.correlation];
  if (texts.every((text) => typeof text === 'string') && typeof envelope.revision === 'number')
    return envelope;
  throw new NotACloudEvent('its bytes are not an event envelope');
}

function dataOf({ value }: IncomingRecord): Buffer {
  if (value === null) throw new NotACloudEvent('it has no data');
  if (value.length > maxRecordBytes) throw new NotACloudEvent(`it is over ${maxRecordBytes} bytes long`);
  return value;
}

function attributesOf({ headers = {} }: IncomingRecord): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith(attributePrefix))
      .map(([name, value]) => [name.slice(attributePrefix.length), textOf(name, value)]),
  );
}

function textOf(name: string, value: HeaderValue): string {
  if (Array.isArray(value)) throw new NotACloudEvent(`its header ${name} comes ${value.length} times`);
  return value?.toString() ?? '';
}

function agree(what: string, found: string | undefined, expected: string): void {
  if (found === expected) return;
  throw new NotACloudEvent(`its ${what} is ${found ?? 'missing'}, but ${expected} belongs here`);
}

/** What cannot be read holds up the case it names, as a failed message would; without a key, nothing. */
function broken(record: IncomingRecord, origin: RecordOrigin, flaw: string): BrokenDelivery {
  const { topic, partition, source, channel } = origin;
  const place = `${topic}/${partition}/${record.offset}`;
  const key = channel === 'journal' ? source : record.key?.toString('utf8');
  return {
    channel: 'broken',
    // A feed of its own: offsets are no seqs.
    feed: `${feedName(source, channel)}/${partition}/broken`,
    source,
    seq: Number(record.offset) + 1,
    id: createHash('sha256').update(place).digest('hex').slice(0, 32),
    pattern: 'broken',
    key: key ?? place,
    stream: place,
    reason: `The record at ${place} cannot be read: ${flaw}. Find out who wrote it; replay it after a repair of the platform, or discard it.`,
    payload: {
      topic,
      partition,
      offset: record.offset,
      key: record.key?.toString('base64') ?? null,
      headers: Object.entries(record.headers ?? {}).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, Buffer.from(one ?? '').toString('base64')]),
      ),
      value: record.value?.toString('base64') ?? null,
    },
  };
}

/** Reads a kept broken record again. */
export function rereadRecord({ payload, source }: BrokenDelivery, channel: Channel): Delivery {
  const { topic, partition, offset, key, value } = payload;
  const headers: Record<string, Buffer | Buffer[]> = {};
  for (const [name, text] of payload.headers) {
    const bytes = Buffer.from(text, 'base64');
    const before = headers[name];
    headers[name] = before === undefined ? bytes : [before, bytes].flat();
  }
  const record = { offset, key: bytesOf(key), value: bytesOf(value), headers };
  return fromRecord(record, { topic, partition, source, channel });
}

function bytesOf(text: string | null): Buffer | null {
  return text === null ? null : Buffer.from(text, 'base64');
}
