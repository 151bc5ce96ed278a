import type { StoredEvent } from '@iic/event-sourcing';

/** The newest events of a store, without gaps, so that those who follow closely need not read it again. */
export class RecentEvents {
  readonly #maxBytes: number;
  readonly #events: StoredEvent[] = [];
  #bytes = 0;

  /** @param maxBytes how many canonical bytes to keep */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Adds the next events; a gap empties what was kept before. */
  push(events: readonly StoredEvent[]): void {
    for (const event of events) {
      const last = this.#events.at(-1);
      if (last !== undefined && event.seq !== last.seq + 1) this.clear();
      this.#events.push(event);
      this.#bytes += event.bytes.length;
    }
    this.#trim();
  }

  /**
   * At most `limit` events after `seq`, none when `seq` is the newest; undefined when this does not know, because
   * `seq` is older or newer than what it holds.
   */
  after(seq: number, limit: number): readonly StoredEvent[] | undefined {
    const first = this.#events[0];
    if (first === undefined) return undefined;
    const start = seq + 1 - first.seq;
    if (start < 0 || start > this.#events.length) return undefined;
    return this.#events.slice(start, start + limit);
  }

  clear(): void {
    this.#events.length = 0;
    this.#bytes = 0;
  }

  #trim(): void {
    let drop = 0;
    while (this.#bytes > this.#maxBytes) {
      this.#bytes -= this.#events[drop]?.bytes.length ?? this.#bytes;
      drop += 1;
    }
    if (drop > 0) this.#events.splice(0, drop);
  }
}
