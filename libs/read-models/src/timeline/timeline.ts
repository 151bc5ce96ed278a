import type { Instant } from '@iic/event-sourcing';
import type { Collection, ReadableCollection } from '../collection.ts';
import { type FieldIndex, valuesOf } from '../collection-spec.ts';
import { encodeCursor } from '../cursor.ts';
import {
  type Conditions,
  type NormalCondition,
  type NormalPredicate,
  normalise,
  type Predicate,
  satisfy,
  type Where,
} from '../where.ts';
import type { Segment } from './belief.ts';
import { everText, isRemembered, type TimelineKey } from './timeline-collections.ts';

/** "What was known at `recorded` about `effective`". */
export interface TimelinePoint {
  readonly effective: Instant;
  readonly recorded: Instant;
}

/** What to find at a point in time. */
export interface TimelineQuery<Field extends string> {
  readonly where?: Conditions<Field>;
  /** 1 to 1,000; 50 when left out. */
  readonly limit?: number;
  readonly cursor?: string;
}

/** A page in the order in which things entered the timeline. */
export interface TimelinePage<Doc> {
  readonly items: readonly { readonly key: string; readonly doc: Doc }[];
  readonly nextCursor: string | null;
}

interface Candidate<Doc> {
  readonly key: string;
  readonly entered: Instant;
  readonly doc: Doc;
}

interface TimelineCollections<Doc> {
  readonly segments: ReadableCollection<Segment<Doc>, SegmentField, SegmentSort>;
  readonly keys: Collection<TimelineKey, string, 'entry'>;
}
type SegmentField = 'key' | 'validFrom' | 'validTo' | 'recordedFrom' | 'recordedTo';
type SegmentSort = 'belief' | 'latestValid' | 'latestRecorded';

const defaultLimit = 50;
const maxLimit = 1000;

/** Reads bitemporal documents: each answer is one index look-up per document, however long the log is. */
export class Timeline<Doc, Field extends string> {
  readonly #collections: TimelineCollections<Doc>;
  readonly #fields: Readonly<Record<Field, FieldIndex<Doc>>>;

  constructor(collections: TimelineCollections<Doc>, fields: Readonly<Record<Field, FieldIndex<Doc>>>) {
    this.#collections = collections;
    this.#fields = fields;
  }

  /** The document as it was known; undefined where there was none, or nothing known of it. */
  async asOf(key: string, { effective, recorded }: TimelinePoint): Promise<Doc | undefined> {
    // Both indexes lead to the answer; the one whose bound is the earlier has fewer rows in between.
    const sort = effective <= recorded ? 'latestValid' : 'latestRecorded';
    const where = {
      key,
      validFrom: { lte: effective },
      validTo: { gt: effective },
      recordedFrom: { lte: recorded },
      recordedTo: { gt: recorded },
    };
    const found = await this.#collections.segments.findFirst({ where, sort });
    return found?.doc.doc ?? undefined;
  }

  /** The documents that met the conditions then. Throws InvalidCursor. */
  async page(point: TimelinePoint, query: TimelineQuery<Field> = {}): Promise<TimelinePage<Doc>> {
    const { limit = defaultLimit } = query;
    if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
      throw new RangeError(`A page holds 1 to ${maxLimit} documents, not ${limit}.`);
    }
    const found: Candidate<Doc>[] = [];
    for await (const candidate of this.#matching(point, query)) {
      found.push(candidate);
      if (found.length > limit) break;
    }
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const more = found.length > limit && last !== undefined;
    return {
      items: items.map(({ key, doc }) => ({ key, doc })),
      nextCursor: more ? encodeCursor('entry', { values: [last.entered], id: last.key }) : null,
    };
  }

  async *#matching(point: TimelinePoint, query: TimelineQuery<Field>): AsyncGenerator<Candidate<Doc>> {
    const conditions = normalise(query.where);
    const where = [
      { entered: { lte: point.recorded } },
      ...conditions.map((condition) => this.#everCondition(condition)),
    ];
    let cursor = query.cursor;
    do {
      const limit = Math.min((query.limit ?? defaultLimit) + 1, maxLimit);
      const page = await this.#collections.keys.query({
        where,
        sort: 'entry',
        limit,
        ...(cursor !== undefined && { cursor }),
      });
      for (const {
        id: key,
        doc: { entered },
      } of page.items) {
        const doc = await this.asOf(key, point);
        if (doc !== undefined && this.#meets(doc, conditions)) yield { key, entered, doc };
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  #meets(doc: Doc, conditions: readonly NormalCondition[]): boolean {
    return conditions.every(({ field, predicate }) =>
      satisfy(valuesOf(this.#index(field), doc, field), predicate),
    );
  }

  /** Whoever never had such a value cannot have it at the point asked for. */
  #everCondition({ field, predicate }: NormalCondition): Where<string> {
    const narrowed = isRemembered(this.#index(field)) ? everPredicate(predicate) : undefined;
    return narrowed === undefined ? {} : { [`ever${field}`]: narrowed };
  }

  #index(field: string): FieldIndex<Doc> {
    const fields: Readonly<Record<string, FieldIndex<Doc>>> = this.#fields;
    const index = fields[field];
    if (index === undefined) throw new TypeError(`The timeline declares no field ${field}.`);
    return index;
  }
}

function everPredicate(predicate: NormalPredicate): Predicate | undefined {
  if (predicate.kind === 'one-of') return { in: predicate.values.map(everText) };
  // Who had a value once may be without it at the point asked for.
  if (predicate.kind !== 'between' || predicate.of === 'number') return undefined;
  const { low, high } = predicate;
  return {
    ...(low?.inclusive === false ? { gt: everText(low.value) } : { gte: everText(low?.value ?? '') }),
    ...(high?.inclusive === true ? { lte: everText(high.value) } : { lt: high ? everText(high.value) : 'u' }),
  };
}
