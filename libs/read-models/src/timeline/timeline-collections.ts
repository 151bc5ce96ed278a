import type { Instant } from '@iic/event-sourcing';
import {
  type CollectionSpec,
  defineCollection,
  type FieldIndex,
  isMany,
  valuesOf,
} from '../collection-spec.ts';
import type { Scalar } from '../scalar.ts';
import type { Segment } from './belief.ts';

/** A thing that has a timeline: when it entered, and every value its fields ever had. */
export interface TimelineKey {
  /** When its first event was recorded; keys are paged in this order. */
  readonly entered: Instant;
  readonly lastRecorded: Instant;
  /** Seq of the last event in the timeline; repeats are skipped by it. */
  readonly lastSeq: number;
  readonly ever: Readonly<Record<string, readonly string[]>>;
}

/** Collection of a timeline's segments. */
export function segmentSpec<Doc>(
  name: string,
  version: number,
): CollectionSpec<
  Segment<Doc>,
  'key' | 'validFrom' | 'validTo' | 'recordedFrom' | 'recordedTo',
  'belief' | 'latestValid' | 'latestRecorded'
> {
  return defineCollection<Segment<Doc>>()({
    name: `${name}-segments`,
    version,
    fields: {
      key: { plain: (segment) => segment.key },
      validFrom: { plain: (segment) => segment.validFrom },
      validTo: { plain: (segment) => segment.validTo },
      recordedFrom: { plain: (segment) => segment.recordedFrom },
      recordedTo: { plain: (segment) => segment.recordedTo },
    },
    sorts: {
      belief: { by: ['key', 'recordedTo', '-validFrom'] },
      latestValid: { by: ['key', '-validFrom', '-recordedFrom'] },
      latestRecorded: { by: ['key', '-recordedFrom', '-validFrom'] },
    },
  });
}

/** Collection of a timeline's keys, found by what their fields ever were. */
export function keySpec<Doc, Field extends string>(
  name: string,
  version: number,
  fields: Readonly<Record<Field, FieldIndex<Doc>>>,
): CollectionSpec<TimelineKey, string, 'entry'> {
  const remembered = Object.entries<FieldIndex<Doc>>(fields).filter(([, index]) => isRemembered(index));
  const ever = remembered.map(([field]): [string, FieldIndex<TimelineKey>] => [
    `ever${field}`,
    { many: (key) => key.ever[field] ?? [] },
  ]);
  return defineCollection<TimelineKey>()({
    name: `${name}-keys`,
    version,
    fields: { entered: { plain: (key) => key.entered }, ...Object.fromEntries(ever) },
    sorts: { entry: { by: ['entered'] } },
  });
}

/** Whether a key is found by the values of a field; a `plain` field is looked at in the documents only. */
export function isRemembered<Doc>(index: FieldIndex<Doc>): boolean {
  return typeof index === 'function' || isMany(index);
}

/** A value as the text under which a key is found by it; sorts like the value only among texts. */
export function everText(value: Scalar): string {
  return typeof value === 'string' ? `t${value}` : JSON.stringify(value);
}

/** What is known to have been, with a document's values added; the same object when nothing is new. */
export function withValues<Doc, Field extends string>(
  ever: TimelineKey['ever'],
  fields: Readonly<Record<Field, FieldIndex<Doc>>>,
  doc: Doc,
): TimelineKey['ever'] {
  const added = Object.entries<FieldIndex<Doc>>(fields).flatMap(([field, index]) => {
    if (!isRemembered(index)) return [];
    const known = ever[field] ?? [];
    const fresh = valuesOf(index, doc, field)
      .map(everText)
      .filter((value) => !known.includes(value));
    return fresh.length === 0 ? [] : [[field, [...known, ...fresh]] as const];
  });
  return added.length === 0 ? ever : { ...ever, ...Object.fromEntries(added) };
}
