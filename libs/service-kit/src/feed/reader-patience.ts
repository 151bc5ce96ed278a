import type { EventEmitter } from 'node:events';

/** How long a reader of the feed waits. */
export interface ReaderPatience {
  /** Aborts when the time is over, the reader leaves, or the service drains. */
  readonly signal: AbortSignal;
  /** To be called once the reader is answered. */
  end(): void;
}

/** The patience of a reader behind a connection that emits `close`, for so many seconds; 0 means not to wait. */
export function readerPatience(
  connection: EventEmitter,
  seconds: number,
  draining: AbortSignal,
): ReaderPatience {
  const over = new AbortController();
  const end = (): void => over.abort();
  const timer = setTimeout(end, seconds * 1000);
  if (seconds === 0) end();
  connection.once('close', end);
  return {
    signal: AbortSignal.any([over.signal, draining]),
    end: () => {
      clearTimeout(timer);
      connection.off('close', end);
    },
  };
}
