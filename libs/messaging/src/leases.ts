/** The right to do something alone, until it is lost or given back. */
export interface Lease {
  /** Fencing number: higher than that of every earlier holder of the name. */
  readonly fence: number;
  /** Aborts when the lease could not be renewed in time; its holder must then stop at once. */
  readonly lost: AbortSignal;
  /** Gives the lease back, so that the next holder need not wait for it to run out. */
  release(): Promise<void>;
}

/**
 * Lets one of several processes act, and the next when that one stops or dies. A lease is a matter of clocks: a
 * holder that is stalled may act on after it ran out, so what it protects must bear repeats.
 */
export interface Leases {
  /** Waits until the name is free, then holds and renews it. Rejects when the signal aborts first. */
  acquire(name: string, signal: AbortSignal): Promise<Lease>;
  close(): Promise<void>;
}
