/** The read model every store has to catch up with: one document for each short stream. */
import type { EventData } from '../append/workload.ts';

export const eventsPerStream = 10;

/** What the projection keeps of a stream. */
export interface Progress {
  readonly caseId: string;
  readonly reports: number;
  readonly percent: number;
}

/** The document after one more event. */
export function withReport(document: Progress | null | undefined, event: EventData): Progress {
  return { caseId: event.caseId, reports: (document?.reports ?? 0) + 1, percent: event.percent };
}

/** Streams with their events, as many as make `count` events in all. */
export function* history(
  count: number,
): Generator<{ readonly stream: string; readonly events: EventData[] }> {
  for (let number = 0; number * eventsPerStream < count; number += 1) {
    const events = Array.from({ length: eventsPerStream }, (_, index) => ({
      caseId: `case-${number}`,
      milestone: 'm-03',
      percent: index * 10,
      remark: 'Equipment of the pilot line delivered and installed; acceptance tests are under way.',
    }));
    yield { stream: `case-${number}`, events };
  }
}
