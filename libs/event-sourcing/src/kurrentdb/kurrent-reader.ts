import {
  BACKWARDS,
  END,
  FORWARDS,
  type KurrentDBClient,
  type Position,
  START,
  StreamNotFoundError,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import type { StreamRange } from '../event-store.ts';
import { asStoreError } from './kurrent-errors.ts';
import { type ReadEvent, type Recorded, readEvent } from './kurrent-events.ts';
import { eachWithin } from './within.ts';

/** Reads one service's events from the server, each with its leaf recomputed, one after the other. */
export class KurrentReader {
  readonly #client: KurrentDBClient;
  readonly #prefix: string;
  readonly #patienceMs: number;

  constructor(client: KurrentDBClient, prefix: string, patienceMs: number) {
    this.#client = client;
    this.#prefix = prefix;
    this.#patienceMs = patienceMs;
  }

  /** The revisions of a range in its direction; `lastCounted` is a revision the stream surely has, or -1. */
  async *stream(stream: string, range: StreamRange, lastCounted: number): AsyncGenerator<ReadEvent> {
    const { from = 0, to = Number.MAX_SAFE_INTEGER, backwards = false } = range;
    const last = to > lastCounted ? END : BigInt(to);
    const events = this.#client.readStream(this.#prefix + stream, {
      direction: backwards ? BACKWARDS : FORWARDS,
      fromRevision: backwards ? last : BigInt(from),
      ...maxCount(range),
      requiresLeader: true,
    });
    for await (const event of this.#read(events, `the read of ${stream}`)) {
      if (backwards ? event.revision < from : event.revision > to) return;
      if (event.revision >= from && event.revision <= to) yield event;
    }
  }

  /** Events of all streams in the server's order from a position on, which may itself be among them. */
  all(from: Position | undefined, maxCount: number): AsyncGenerator<ReadEvent> {
    const events = this.#client.readAll({
      fromPosition: from ?? START,
      maxCount,
      filter: streamNameFilter({ prefixes: [this.#prefix] }),
    });
    return this.#read(events, `the read of ${this.#prefix}`);
  }

  async *#read(
    events: AsyncIterable<{ readonly event?: Recorded }>,
    what: string,
  ): AsyncGenerator<ReadEvent> {
    try {
      for await (const { event } of eachWithin(events, this.#patienceMs, what)) {
        if (event !== undefined) yield readEvent(event, this.#prefix);
      }
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw asStoreError(error, what);
    }
  }
}

/** How many events the server need give, where that is known beforehand. */
function maxCount(range: StreamRange): { readonly maxCount?: number } {
  const { from = 0, to, recordedUntil, limit, backwards = false } = range;
  if (to !== undefined && !backwards) return { maxCount: Math.max(1, to - from + 1) };
  // The end of a stream may lie beyond `to`, and what is recorded too late is only seen when it is read.
  return limit === undefined || to !== undefined || recordedUntil !== undefined ? {} : { maxCount: limit };
}
