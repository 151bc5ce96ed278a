import type { Lease, Leases } from './leases.ts';

/** Leases within one process, for a store that only one process can open. They are never lost. */
export class LocalLeases implements Leases {
  readonly #held = new Map<string, Promise<void>>();
  #fence = 0;

  async acquire(name: string, signal: AbortSignal): Promise<Lease> {
    for (let holder = this.#held.get(name); holder !== undefined; holder = this.#held.get(name)) {
      await abortable(holder, signal);
    }
    signal.throwIfAborted();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held.set(name, promise);
    this.#fence += 1;
    return {
      fence: this.#fence,
      lost: new AbortController().signal,
      release: async () => {
        if (this.#held.get(name) === promise) this.#held.delete(name);
        resolve();
      },
    };
  }

  async close(): Promise<void> {}
}

/** Settles with the promise, or rejects when the signal aborts. */
function abortable(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
