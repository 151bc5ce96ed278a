import type { StoredEvent, StreamRange } from './event-store.ts';

/** Applies the part of a range that depends on an event's content; events come in the order of the range. */
export function withinInstant(events: readonly StoredEvent[], range: StreamRange): readonly StoredEvent[] {
  const until = range.recordedUntil;
  return until === undefined ? events : events.filter((event) => event.envelope.recordedAt <= until);
}
