/** One event as the stand-in keeps it. */
export interface LogRecord {
  /** Commit and prepare position. */
  readonly position: bigint;
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  data: Uint8Array;
  readonly metadata: Uint8Array;
}

export type Proposed = Pick<LogRecord, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export interface Written {
  readonly last: LogRecord | undefined;
  /** The stream was elsewhere; -1 where it has no events. */
  readonly conflict?: bigint;
}

/** Bytes between two positions, so that a position is not mistaken for a number of events. */
const step = 137n;

/** The log of the stand-in: all streams in one order, with KurrentDB's answer to a repeated write. */
export class Log {
  readonly records: LogRecord[] = [];
  readonly #streams = new Map<string, LogRecord[]>();
  readonly #listeners = new Set<() => void>();

  stream(name: string): readonly LogRecord[] {
    return this.#streams.get(name) ?? [];
  }

  /** Writes at the exact revision; a write whose ids are stored right after it is answered as the first one was. */
  write(name: string, expected: bigint, proposed: readonly Proposed[]): Written {
    const stream = this.#streams.get(name) ?? [];
    const actual = BigInt(stream.length - 1);
    if (actual !== expected) {
      const stored = stream.slice(Number(expected) + 1, Number(expected) + 1 + proposed.length);
      const repeated = proposed.every(({ id }, index) => stored[index]?.id === id);
      return repeated ? { last: stored.at(-1) } : { last: undefined, conflict: actual };
    }
    for (const event of proposed) {
      const record = {
        ...event,
        position: BigInt(this.records.length + 1) * step,
        stream: name,
        revision: BigInt(stream.length),
      };
      stream.push(record);
      this.records.push(record);
    }
    this.#streams.set(name, stream);
    for (const listener of this.#listeners) listener();
    return { last: stream.at(-1) };
  }

  /** Calls back after every write until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
