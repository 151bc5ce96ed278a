import type { EventEnvelope } from './envelope.ts';
import type { Instant } from './instant.ts';

/** An event ready to be stored: canonical bytes and their leaf hash are fixed before the store sees it. */
export interface SealedEvent {
  readonly envelope: EventEnvelope;
  /** Canonical JSON (RFC 8785) of the envelope. */
  readonly bytes: Uint8Array;
  /** SHA-256(0x00 ‖ bytes), the leaf hash of RFC 6962. */
  readonly leaf: Uint8Array;
}

/** Events of one command for one stream; they are stored all or not at all. */
export interface SealedBatch {
  readonly stream: string;
  /** Revision of the last event the caller knows; -1 for a new stream. */
  readonly expectedRevision: number;
  readonly events: readonly SealedEvent[];
}

/** An event as the store holds it. */
export interface StoredEvent extends SealedEvent {
  /** Dense number of the event in its service: 1, 2, 3 … */
  readonly seq: number;
  /** The store's own opaque position. */
  readonly position: string;
}

/** Which part of a stream to read; all bounds inclusive. */
export interface StreamRange {
  readonly from?: number;
  readonly to?: number;
  /** Only events recorded at or before this instant. */
  readonly recordedUntil?: Instant;
  readonly backwards?: boolean;
  readonly limit?: number;
}

/** Where an append ended. */
export interface Appended {
  readonly revision: number;
  /** Seq of the last event. */
  readonly seq: number;
}

/**
 * The event store port. One contract suite (`@iic/event-sourcing/testing`) holds for every adapter.
 * - `append` resolves only when the events are durable; throws {@link RevisionConflict} when the stream is
 *   elsewhere than expected. A repeat of an append that is already stored resolves with the first outcome.
 * - `readAll` returns at most `limit` events with seq > `afterSeq`, in order, without gaps.
 * - `follow` yields non-empty batches for ever until the signal aborts.
 */
export interface EventStore {
  append(batch: SealedBatch): Promise<Appended>;
  readStream(stream: string, range?: StreamRange): Promise<readonly StoredEvent[]>;
  readAll(afterSeq: number, limit: number): Promise<readonly StoredEvent[]>;
  /** The stream whose first event a command recorded; an index look-up. */
  streamBegunBy(commandId: string): Promise<string | undefined>;
  follow(afterSeq: number, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]>;
  /** Seq of the last event, 0 for an empty store. */
  head(): Promise<number>;
  close(): Promise<void>;
}

/** The stream was changed by somebody else: load again and decide again. */
export class RevisionConflict extends Error {
  readonly code = 'revision-conflict';
  readonly stream: string;
  readonly expected: number;
  readonly actual: number;

  constructor(stream: string, expected: number, actual: number) {
    super(`Stream ${stream} is at revision ${actual}, expected ${expected}.`);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}
