interface Waiter {
  readonly source: string;
  readonly seq: number;
  readonly reached: () => void;
}

/** How far a group is with each source, and those who wait for it to get somewhere. */
export class Progress {
  readonly #positions = new Map<string, number>();
  readonly #waiters = new Set<Waiter>();

  /** Seq the group is through with; 0 before it began. */
  position(source: string): number {
    return this.#positions.get(source) ?? 0;
  }

  advance(source: string, seq: number): void {
    this.#positions.set(source, seq);
    for (const waiter of [...this.#waiters]) {
      if (waiter.source === source && waiter.seq <= seq) waiter.reached();
    }
  }

  /** Whether the group got through with `seq` within so many milliseconds. */
  reached(source: string, seq: number, timeoutMilliseconds: number): Promise<boolean> {
    if (this.position(source) >= seq) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (reached: boolean): void => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve(reached);
      };
      const waiter: Waiter = { source, seq, reached: () => settle(true) };
      const timer = setTimeout(settle, timeoutMilliseconds, false);
      this.#waiters.add(waiter);
    });
  }
}
