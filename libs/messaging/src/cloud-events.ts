import type { Causation, Instant } from '@iic/event-sourcing';
import type { Message } from './message.ts';

/**
 * The attributes of a message in CloudEvents 1.0: names are lower-case letters and digits, values are text.
 * Those after `subject` are extensions of ours.
 */
export interface CloudEventAttributes {
  readonly specversion: '1.0';
  readonly id: string;
  /** `urn:iic:<service>` */
  readonly source: string;
  readonly type: string;
  readonly time: Instant;
  readonly datacontenttype: 'application/json';
  /** The case. */
  readonly subject: string;
  readonly schemaversion: string;
  readonly seq: string;
  readonly stream: string;
  readonly revision: string;
  readonly effectiveat: Instant;
  readonly causationid?: string;
  readonly causationtime?: Instant;
  readonly actororganisation?: string;
  readonly actorrole?: string;
}

const sourcePrefix = 'urn:iic:';

/** The `source` of a service's events. */
export function cloudEventSource(service: string): string {
  return `${sourcePrefix}${service}`;
}

/** Everything of a message but its data. */
export function cloudEventAttributes(message: Message): CloudEventAttributes {
  const { causation, actor } = message;
  return {
    specversion: '1.0',
    id: message.id,
    source: cloudEventSource(message.source),
    type: message.type,
    time: message.recordedAt,
    datacontenttype: 'application/json',
    subject: message.key,
    schemaversion: String(message.version),
    seq: String(message.seq),
    stream: message.stream,
    revision: String(message.revision),
    effectiveat: message.effectiveAt,
    ...(causation !== null && { causationid: causation.id, causationtime: causation.recordedAt }),
    ...(actor !== undefined && { actororganisation: actor.organisation, actorrole: actor.role }),
  };
}

/** A CloudEvent that is none of ours, and what is wrong with it. */
export class NotACloudEvent extends Error {
  readonly code = 'not-a-cloud-event';
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** Inverse of {@link cloudEventAttributes}, for any attributes. Throws {@link NotACloudEvent}. */
export function messageAttributes(attributes: Attributes): Omit<Message, 'data'> {
  if (required(attributes, 'specversion') !== '1.0') {
    throw new NotACloudEvent(`its CloudEvents version is ${attributes['specversion']}, not 1.0`);
  }
  const source = required(attributes, 'source');
  if (!source.startsWith(sourcePrefix)) throw new NotACloudEvent(`its source ${source} is not ours`);
  const { actororganisation: organisation, actorrole: role } = attributes;
  return {
    id: required(attributes, 'id'),
    source: source.slice(sourcePrefix.length),
    type: required(attributes, 'type'),
    version: number(attributes, 'schemaversion', 1),
    seq: number(attributes, 'seq', 1),
    key: required(attributes, 'subject'),
    stream: required(attributes, 'stream'),
    revision: number(attributes, 'revision', 0),
    recordedAt: required(attributes, 'time'),
    effectiveAt: required(attributes, 'effectiveat'),
    causation: causationOf(attributes),
    ...(organisation !== undefined && role !== undefined && { actor: { organisation, role } }),
  };
}

function causationOf({ causationid: id, causationtime: recordedAt }: Attributes): Causation | null {
  return id !== undefined && recordedAt !== undefined ? { id, recordedAt } : null;
}

function required(attributes: Attributes, name: string): string {
  const value = attributes[name];
  if (value === undefined || value === '') throw new NotACloudEvent(`its attribute ${name} is missing`);
  return value;
}

function number(attributes: Attributes, name: string, least: number): number {
  const text = required(attributes, name);
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new NotACloudEvent(`its attribute ${name} is ${text}, not a whole number from ${least}`);
}
