/** Lets any number of waiters sleep until somebody rings. */
export class WakeUp {
  #waiting: PromiseWithResolvers<void> = Promise.withResolvers();

  /** Wakes all who wait now. */
  ring(): void {
    const woken = this.#waiting;
    this.#waiting = Promise.withResolvers();
    woken.resolve();
  }

  /** Resolves at the next ring or when the signal aborts. */
  async next(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const aborted = Promise.withResolvers<void>();
    const stop = () => aborted.resolve();
    signal.addEventListener('abort', stop, { once: true });
    await Promise.race([this.#waiting.promise, aborted.promise]);
    signal.removeEventListener('abort', stop);
  }
}
