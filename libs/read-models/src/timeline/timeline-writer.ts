import { laterOf } from '@iic/event-sourcing';
import type { Collection } from '../collection.ts';
import type { FieldIndex } from '../collection-spec.ts';
import type { Write } from '../document-database.ts';
import type { ProjectedEvent, ProjectionWriter } from '../projection/projection.ts';
import { type BeliefChange, changeBelief, forever, type Segment } from './belief.ts';
import { type TimelineKey, withValues } from './timeline-collections.ts';

/** How a timeline follows from events; pure. */
export interface TimelineRules<Doc, Field extends string> {
  /** What `page` can filter by. */
  readonly fields: Readonly<Record<Field, FieldIndex<Doc>>>;
  /** The thing an event is about; undefined for an event the timeline does not care about. */
  keyOf(event: ProjectedEvent): string | undefined;
  /**
   * The document after the event. It sees events in the order they take effect, which is not the order they
   * were recorded in, so it must accept any order.
   */
  apply(doc: Doc | undefined, event: ProjectedEvent): Doc | undefined;
}

type Segments<Doc> = Collection<Segment<Doc>, 'key' | 'recordedTo', 'belief'>;

interface Change<Value> {
  /** Undefined to delete. */
  readonly value: Value | undefined;
  /** Stored version; 0 when nothing is stored. */
  readonly version: number;
}

interface Known<Doc> {
  key: TimelineKey | undefined;
  keyVersion: number;
  /** Present segments, rising, from some date on. */
  belief: Segment<Doc>[];
}

const segmentsPerLook = 8;

/** Keeps the segments of the keys that a batch of events touches. */
export class TimelineWriter<Doc, Field extends string> implements ProjectionWriter {
  readonly #segments: Segments<Doc>;
  readonly #keys: Collection<TimelineKey, string, 'entry'>;
  readonly #rules: TimelineRules<Doc, Field>;
  readonly #known = new Map<string, Known<Doc>>();
  readonly #versions = new Map<string, number>();
  readonly #changed = new Map<string, Change<Segment<Doc>>>();
  readonly #changedKeys = new Set<string>();

  constructor(
    segments: Segments<Doc>,
    keys: Collection<TimelineKey, string, 'entry'>,
    rules: TimelineRules<Doc, Field>,
  ) {
    this.#segments = segments;
    this.#keys = keys;
    this.#rules = rules;
  }

  async prepare(events: readonly ProjectedEvent[]): Promise<void> {
    const earliest = new Map<string, string>();
    for (const event of events) {
      const key = safeKey(this.#rules, event);
      const at = event.envelope.effectiveAt;
      if (key !== undefined && at < (earliest.get(key) ?? forever)) earliest.set(key, at);
    }
    for (const [key, at] of earliest) this.#known.set(key, await this.#load(key, at));
  }

  apply(event: ProjectedEvent): void {
    const id = this.#rules.keyOf(event);
    if (id === undefined) return;
    const known = this.#known.get(id);
    if (known === undefined) throw new Error(`Timeline of ${id} was not prepared; keyOf must be pure.`);
    if ((known.key?.lastSeq ?? 0) >= event.seq) return;
    const recordedAt = laterOf(event.envelope.recordedAt, known.key?.lastRecorded ?? '');
    const change = changeBelief(known.belief, { key: id, event, recordedAt }, (doc, fact) =>
      this.#rules.apply(doc, fact),
    );
    const ever = change.begun.reduce(
      (values, { doc }) => (doc === null ? values : withValues(values, this.#rules.fields, doc)),
      known.key?.ever ?? {},
    );
    known.key = {
      entered: known.key?.entered ?? recordedAt,
      lastRecorded: recordedAt,
      lastSeq: event.seq,
      ever,
    };
    this.#changedKeys.add(id);
    known.belief = this.#adopt(known.belief, change, recordedAt);
  }

  writes(): readonly Write[] {
    const segments = [...this.#changed].flatMap(([id, { value, version }]) => {
      if (value !== undefined) return [this.#segments.preparePut(id, value, version)];
      return version > 0 ? [this.#segments.prepareDelete(id, version)] : [];
    });
    const keys = [...this.#changedKeys].flatMap((id) => {
      const known = this.#known.get(id);
      return known?.key === undefined ? [] : [this.#keys.preparePut(id, known.key, known.keyVersion)];
    });
    return [...segments, ...keys];
  }

  committed(): void {
    this.reset();
  }

  reset(): void {
    this.#known.clear();
    this.#versions.clear();
    this.#changed.clear();
    this.#changedKeys.clear();
  }

  /** Loads the present belief backwards as far as the segment that holds a date. */
  async #load(id: string, date: string): Promise<Known<Doc>> {
    const key = await this.#keys.get(id);
    const belief: Segment<Doc>[] = [];
    let cursor: string | null | undefined = key === undefined ? null : undefined;
    while (cursor !== null && (belief[0]?.validFrom ?? forever) > date) {
      const page = await this.#segments.query({
        where: { key: id, recordedTo: forever },
        sort: 'belief',
        limit: segmentsPerLook,
        ...(cursor !== undefined && { cursor }),
      });
      for (const { doc, version } of page.items) {
        belief.unshift(doc);
        this.#versions.set(doc.id, version);
      }
      cursor = page.nextCursor;
    }
    return { key: key?.doc, keyVersion: key?.version ?? 0, belief };
  }

  #adopt(belief: readonly Segment<Doc>[], change: BeliefChange<Doc>, recordedAt: string): Segment<Doc>[] {
    for (const segment of change.ended) {
      // What was believed for no time at all, within one recording, is not kept.
      const kept = segment.recordedFrom < recordedAt;
      this.#change(segment.id, kept ? { ...segment, recordedTo: recordedAt } : undefined);
    }
    for (const segment of change.begun) this.#change(segment.id, segment);
    const ended = new Set(change.ended);
    return [...belief.filter((segment) => !ended.has(segment)), ...change.begun].sort((left, right) =>
      left.validFrom < right.validFrom ? -1 : 1,
    );
  }

  #change(id: string, value: Segment<Doc> | undefined): void {
    this.#changed.set(id, { value, version: this.#versions.get(id) ?? 0 });
  }
}

/** An event that `keyOf` cannot read fails when it is applied, where the events before it are kept. */
function safeKey<Doc, Field extends string>(
  rules: TimelineRules<Doc, Field>,
  event: ProjectedEvent,
): string | undefined {
  try {
    return rules.keyOf(event);
  } catch {
    return undefined;
  }
}
