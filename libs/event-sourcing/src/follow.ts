import type { EventStore, StoredEvent } from './event-store.ts';
import type { WakeUp } from './wake-up.ts';

const pageSize = 500;

/** Pages through everything after a seq, then waits for more until the signal aborts. */
export async function* followStore(
  store: Pick<EventStore, 'readAll'>,
  afterSeq: number,
  appended: WakeUp,
  signal: AbortSignal,
): AsyncGenerator<readonly StoredEvent[]> {
  let seq = afterSeq;
  while (!signal.aborted) {
    // Taken before reading, so that an append between the read and the wait is not slept through.
    const more = appended.next(signal);
    const page = await store.readAll(seq, pageSize);
    const last = page.at(-1);
    if (last === undefined) {
      await more;
    } else {
      seq = last.seq;
      yield page;
    }
  }
}
