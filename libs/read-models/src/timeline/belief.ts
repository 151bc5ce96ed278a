import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '@iic/event-sourcing';
import type { ProjectedEvent } from '../projection/projection.ts';

/** Later than every instant: the open end of an interval. */
export const forever: Instant = '9999-12-31T23:59:59.999Z';

/**
 * What was believed, from `recordedFrom` until before `recordedTo`, about the time from `validFrom` until
 * before `validTo`. `events` are those that took effect at `validFrom`, in the order of the log.
 */
export interface Segment<Doc> {
  /** Seq of the event that began it, and its number among those it began. */
  readonly id: string;
  readonly key: string;
  readonly validFrom: Instant;
  readonly validTo: Instant;
  readonly recordedFrom: Instant;
  readonly recordedTo: Instant;
  /** Null where there was nothing. */
  readonly doc: Doc | null;
  readonly events: readonly ProjectedEvent[];
}

/** How one event changes a thing; pure. */
export type Fold<Doc> = (doc: Doc | undefined, event: ProjectedEvent) => Doc | undefined;

/** What a newly recorded event does to the present belief about one key. */
export interface BeliefChange<Doc> {
  /** Segments no longer believed, as they were. */
  readonly ended: readonly Segment<Doc>[];
  /** Segments believed from now on. */
  readonly begun: readonly Segment<Doc>[];
}

/** A newly recorded event about one key. */
export interface Recording {
  readonly key: string;
  readonly event: ProjectedEvent;
  /** When it became known; not before anything else known of the key. */
  readonly recordedAt: Instant;
}

/**
 * Inserts an event at its effective date into the present belief: facts are folded in the order they take
 * effect, then in the order they were recorded, so later effective facts are applied again on top of it.
 * @param belief present segments in rising order, at least from the one that holds the effective date
 */
export function changeBelief<Doc>(
  belief: readonly Segment<Doc>[],
  { key, event, recordedAt }: Recording,
  fold: Fold<Doc>,
): BeliefChange<Doc> {
  const at = event.envelope.effectiveAt;
  const next = belief.findIndex((segment) => segment.validFrom > at);
  const following = next === -1 ? [] : belief.slice(next);
  const base = belief.at(next === -1 ? -1 : next - 1);
  const before = next === 0 ? undefined : base;

  const sameMoment = before?.validFrom === at;
  const changed: Draft<Doc> = {
    validFrom: at,
    validTo: before?.validTo ?? following[0]?.validFrom ?? forever,
    doc: fold(before?.doc ?? undefined, event) ?? null,
    events: sameMoment ? [...before.events, event] : [event],
  };
  const cut: readonly Draft<Doc>[] = before && !sameMoment ? [{ ...before, validTo: at }] : [];
  const refolded = refold(following, changed.doc, fold);
  const again = refolded.map(({ was, becomes }): Draft<Doc> => ({ ...was, doc: becomes }));
  return {
    ended: [...(before ? [before] : []), ...refolded.map(({ was }) => was)],
    begun: [...cut, changed, ...again].map(({ validFrom, validTo, doc, events }, index) => ({
      id: `${event.seq}.${index}`,
      key,
      validFrom,
      validTo,
      recordedFrom: recordedAt,
      recordedTo: forever,
      doc,
      events,
    })),
  };
}

type Draft<Doc> = Pick<Segment<Doc>, 'validFrom' | 'validTo' | 'doc' | 'events'>;

/** Folds later facts again, as far as that changes anything. */
function refold<Doc>(
  following: readonly Segment<Doc>[],
  start: Doc | null,
  fold: Fold<Doc>,
): readonly { readonly was: Segment<Doc>; readonly becomes: Doc | null }[] {
  const changed: { readonly was: Segment<Doc>; readonly becomes: Doc | null }[] = [];
  let doc = start;
  for (const was of following) {
    doc = was.events.reduce<Doc | null>((folded, event) => fold(folded ?? undefined, event) ?? null, doc);
    if (isDeepStrictEqual(doc, was.doc)) break;
    changed.push({ was, becomes: doc });
  }
  return changed;
}
