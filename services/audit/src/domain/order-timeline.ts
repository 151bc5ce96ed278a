/** What the order of a timeline depends on. */
export interface Ordered {
  readonly id: string;
  readonly service: string;
  readonly seq: number;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  /** Id of the causing event, if any. */
  readonly causationId: string | null;
}

/**
 * Orders events of several services: an event after its predecessor in the stream and after its cause; among
 * those free to come next by recordedAt, then service, then seq. O(n²) at worst, of one case's events.
 */
export function orderTimeline<Entry extends Ordered>(entries: readonly Entry[]): readonly Entry[] {
  const waiting = [...entries].sort(byTime);
  const present = new Set(entries.map((entry) => entry.id));
  const lowest = lowestRevisions(entries);
  const placed = new Set<string>();
  const nextRevision = new Map<string, number>();
  const ordered: Entry[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(
      (entry) =>
        entry.revision === (nextRevision.get(keyOf(entry)) ?? lowest.get(keyOf(entry))) &&
        (entry.causationId === null || !present.has(entry.causationId) || placed.has(entry.causationId)),
    );
    // A cycle cannot arise from honest journals; the remaining entries then keep their order in time.
    const [entry] = waiting.splice(Math.max(free, 0), 1);
    if (entry === undefined) break;
    ordered.push(entry);
    placed.add(entry.id);
    nextRevision.set(keyOf(entry), entry.revision + 1);
  }
  return ordered;
}

function keyOf(entry: Ordered): string {
  return `${entry.service}\0${entry.stream}`;
}

function lowestRevisions(entries: readonly Ordered[]): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>();
  for (const entry of entries) {
    lowest.set(keyOf(entry), Math.min(entry.revision, lowest.get(keyOf(entry)) ?? entry.revision));
  }
  return lowest;
}

function byTime(left: Ordered, right: Ordered): number {
  return (
    compare(left.recordedAt, right.recordedAt) || compare(left.service, right.service) || left.seq - right.seq
  );
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
