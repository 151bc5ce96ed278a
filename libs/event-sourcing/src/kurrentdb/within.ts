import { KurrentUnavailable } from './kurrent-errors.ts';

/** Rejects with {@link KurrentUnavailable} when the work takes longer; the work itself goes on unheard. */
export async function within<T>(work: Promise<T>, milliseconds: number, what: string): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new KurrentUnavailable(what)), milliseconds);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Gives what a read gives; rejects when the next item takes longer than the patience. However it is left, the read is
 * cancelled: what a server still sends to nobody would in the end hold up all other reads of the connection.
 */
export async function* eachWithin<T>(
  items: AsyncIterable<T>,
  milliseconds: number,
  what: string,
): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    while (true) {
      const next = await within(iterator.next(), milliseconds, what);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    cancel(items);
  }
}

/** The client's reads can be cancelled, but its types do not tell. One that never connected holds nothing up. */
function cancel(read: object): void {
  if (!('cancel' in read) || typeof read.cancel !== 'function') return;
  Promise.resolve(read.cancel()).catch(() => undefined);
}
