import type { Appended, EventStore, SealedBatch, StoredEvent, StreamRange } from '../event-store.ts';
import { RevisionConflict } from '../event-store.ts';
import { followStore } from '../follow.ts';
import { withinInstant } from '../stream-range.ts';
import { WakeUp } from '../wake-up.ts';

/** An event store that forgets everything with the process; it keeps the same contract as the durable ones. */
export class InMemoryEventStore implements EventStore {
  readonly #events: StoredEvent[] = [];
  readonly #streams = new Map<string, StoredEvent[]>();
  readonly #appended = new WakeUp();

  async append(batch: SealedBatch): Promise<Appended> {
    const stream = this.#streams.get(batch.stream) ?? [];
    const actual = stream.length - 1;
    if (actual !== batch.expectedRevision) {
      const stored = stream.slice(
        batch.expectedRevision + 1,
        batch.expectedRevision + 1 + batch.events.length,
      );
      const end = stored.at(-1);
      const repeated = stored.every((event, index) => event.envelope.id === batch.events[index]?.envelope.id);
      if (end !== undefined && repeated && stored.length === batch.events.length) {
        return { revision: end.envelope.revision, seq: end.seq };
      }
      throw new RevisionConflict(batch.stream, batch.expectedRevision, actual);
    }
    for (const event of batch.events) {
      const seq = this.#events.length + 1;
      const stored = { ...event, seq, position: String(seq) };
      this.#events.push(stored);
      stream.push(stored);
    }
    if (stream.length > 0) this.#streams.set(batch.stream, stream);
    this.#appended.ring();
    return { revision: stream.length - 1, seq: this.#events.length };
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<readonly StoredEvent[]> {
    const all = this.#streams.get(stream) ?? [];
    const slice = all.slice(range.from ?? 0, (range.to ?? all.length) + 1);
    const ordered = range.backwards ? slice.reverse() : slice;
    return withinInstant(ordered, range).slice(0, range.limit ?? ordered.length);
  }

  async readAll(afterSeq: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.#events.slice(afterSeq, afterSeq + limit);
  }

  async streamBegunBy(commandId: string): Promise<string | undefined> {
    return this.#events.find(({ envelope }) => envelope.revision === 0 && envelope.commandId === commandId)
      ?.envelope.stream;
  }

  follow(afterSeq: number, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return followStore(this, afterSeq, this.#appended, signal);
  }

  async head(): Promise<number> {
    return this.#events.length;
  }

  async close(): Promise<void> {}
}
