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

/** Gives what an iterable gives; rejects when the next item takes longer than the patience. */
export async function* eachWithin<T>(
  items: AsyncIterable<T>,
  milliseconds: number,
  what: string,
): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  while (true) {
    const next = await within(iterator.next(), milliseconds, what);
    if (next.done) return;
    yield next.value;
  }
}
