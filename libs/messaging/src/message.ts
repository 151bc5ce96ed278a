import type { EventContract, Reach, SharedDataOf } from '@iic/contracts';
import type { Causation, EventEnvelope, Instant, JsonObject } from '@iic/event-sourcing';

/** The three streams that leave a service; each carries what its reach allows. */
export type Channel = Reach;

/**
 * An event as other services or the public get it: its data holds only the fields whose reach is at least the
 * channel's. Maps onto CloudEvents 1.0 (`id`, `source`, `type`, `recordedAt` → `time`, the rest → extensions).
 */
export interface Message<Type extends string = string, Data = JsonObject> {
  /** Id of the event. */
  readonly id: string;
  /** Name of the service that recorded it. */
  readonly source: string;
  readonly type: Type;
  /** Schema version as recorded; the relay never upcasts. */
  readonly version: number;
  /** Dense number of the event in its service. */
  readonly seq: number;
  /** The case (correlation): messages of one key keep their order. */
  readonly key: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly effectiveAt: Instant;
  readonly causation: Causation | null;
  /** For whom the actor spoke; never the person, and absent on the public channel. */
  readonly actor?: { readonly organisation: string; readonly role: string };
  readonly data: Data;
}

/** The message of a contract, seen by a handler. Fields that only the journal carries are absent from `data`. */
export type MessageOf<Contract extends EventContract> = Contract extends EventContract
  ? Message<Contract['type'], SharedDataOf<Contract>>
  : never;

/** One record of a service's journal: the exact stored bytes, for audit only. */
export interface JournalRecord {
  readonly source: string;
  readonly seq: number;
  /** Canonical JSON of the envelope, byte for byte as stored. */
  readonly bytes: Uint8Array;
  /** Leaf hash as the source's store holds it; to be recomputed, not believed. */
  readonly leaf: Uint8Array;
  /** The envelope, parsed. */
  readonly envelope: EventEnvelope;
}

interface Routed {
  /** Where it came from: the topic's name, see {@link feedName}. */
  readonly feed: string;
  readonly source: string;
  readonly seq: number;
  readonly id: string;
  /** What a handler declares with `@EventPattern`: the event type, or `journal`. */
  readonly pattern: string;
  /** Deliveries of one key are handled in order. */
  readonly key: string;
  readonly stream: string;
}

/** A {@link Message} on its way to a consumer group. */
export interface MessageDelivery extends Routed {
  readonly channel: 'integration' | 'public';
  readonly payload: Message;
}

/** A {@link JournalRecord} on its way to a consumer group; its key is the source, so one order holds for all. */
export interface JournalDelivery extends Routed {
  readonly channel: 'journal';
  readonly payload: JournalRecord;
}

/** A record of a broker that is no message of ours, byte for byte (Base64), so that it can be looked at and read again. */
export interface BrokenRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  /** Names, not in Base64, and values; a name may come more than once. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly value: string | null;
}

/** A record that cannot be read. It is parked at once, and holds up its key like any parked message. */
export interface BrokenDelivery extends Routed {
  readonly channel: 'broken';
  /** What is wrong with it, for an operator. */
  readonly reason: string;
  readonly payload: BrokenRecord;
}

/** What a service sends. */
export type PublishedDelivery = MessageDelivery | JournalDelivery;

/** What a transport hands to the processor. */
export type Delivery = PublishedDelivery | BrokenDelivery;

/** The pattern under which a handler gets every record of the journals. */
export const journalPattern = 'journal';

/** Name of the feed (on a broker: the topic) of a service's channel. */
export function feedName(service: string, channel: Channel): string {
  return `iic.${service}.${channel}`;
}

/** What a handled event provides to those that wait for it: `<Type>:<stream>`. */
export function subjectOf(type: string, stream: string): string {
  return `${type}:${stream}`;
}

/** Routes a message. */
export function messageDelivery(channel: 'integration' | 'public', message: Message): MessageDelivery {
  return {
    channel,
    feed: feedName(message.source, channel),
    source: message.source,
    seq: message.seq,
    id: message.id,
    pattern: message.type,
    key: message.key,
    stream: message.stream,
    payload: message,
  };
}

/** Routes a journal record. */
export function journalDelivery(record: JournalRecord): JournalDelivery {
  return {
    channel: 'journal',
    feed: feedName(record.source, 'journal'),
    source: record.source,
    seq: record.seq,
    id: record.envelope.id,
    pattern: journalPattern,
    key: record.source,
    stream: record.envelope.stream,
    payload: record,
  };
}
