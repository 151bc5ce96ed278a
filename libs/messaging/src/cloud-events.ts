import type { Message } from './message.ts';

/** Attributes of CloudEvents 1.0 with the platform's extensions; all names are lower case, as the format asks. */
export interface CloudEventAttributes {
  readonly specversion: '1.0';
  readonly id: string;
  /** Name of the service. */
  readonly source: string;
  readonly type: string;
  /** When it was recorded. */
  readonly time: string;
  /** The stream it belongs to. */
  readonly subject: string;
  readonly datacontenttype: 'application/json';
  /** The case: events of one key keep their order. */
  readonly partitionkey: string;
  readonly schemaversion: number;
  /** Dense number of the event in its service: the cursor of the feed. */
  readonly seq: number;
  readonly revision: number;
  /** From when the fact holds. */
  readonly effectivetime: string;
  /** The event or deadline that caused it, and when that was recorded. */
  readonly causationid?: string;
  readonly causationtime?: string;
  /** For whom the actor spoke; absent on the public channel. */
  readonly actororganisation?: string;
  readonly actorrole?: string;
}

/** An event in the JSON form of CloudEvents. */
export interface CloudEventJson extends CloudEventAttributes {
  readonly data: Message['data'];
}

/** Media type of a list of events in JSON form. */
export const cloudEventsBatch = 'application/cloudevents-batch+json';

/** The attributes of a message, whatever carries it: members of a JSON event, or headers in binary mode. */
export function cloudEventAttributes(message: Message): CloudEventAttributes {
  const { id, source, type, version, seq, key, stream, revision, causation, actor } = message;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    time: message.recordedAt,
    subject: stream,
    datacontenttype: 'application/json',
    partitionkey: key,
    schemaversion: version,
    seq,
    revision,
    effectivetime: message.effectiveAt,
    ...(causation !== null && { causationid: causation.id, causationtime: causation.recordedAt }),
    ...(actor !== undefined && { actororganisation: actor.organisation, actorrole: actor.role }),
  };
}

/** A message as an event in JSON form. */
export function cloudEventJson(message: Message): CloudEventJson {
  return { ...cloudEventAttributes(message), data: message.data };
}
