import { type DomainEvent, type EventMeta, type Instant, recordedEvent } from '@iic/event-sourcing';
import type { ProjectedEvent } from '@iic/read-models';

/** An aggregate's state in a list, with when it began and when it last changed. */
export interface Folded<State> {
  readonly id: string;
  readonly state: State;
  readonly begunAt: Instant;
  readonly changedAt: Instant;
}

/** What a list needs of an aggregate: lists fold events exactly as the domain does. */
export interface Foldable<State, Event extends DomainEvent<string, unknown>> {
  readonly category: string;
  /** Categories whose names begin with this one's, and which are not meant. */
  readonly except?: readonly string[];
  readonly initialState: State;
  evolve(state: State, event: Event, meta: Pick<EventMeta, 'recordedAt' | 'actor'>): State;
}

/** Rules of a projection that keeps one folded state for each stream of a category. */
export function foldingRules<State, Event extends DomainEvent<string, unknown>>({
  category,
  except = [],
  initialState,
  evolve,
}: Foldable<State, Event>) {
  const prefix = `${category}-`;
  return {
    idsOf({ envelope: { stream } }: ProjectedEvent): readonly string[] {
      const other = except.some((name) => stream.startsWith(`${name}-`));
      return stream.startsWith(prefix) && !other ? [stream.slice(prefix.length)] : [];
    },
    apply(folded: Folded<State> | undefined, { envelope }: ProjectedEvent, id: string): Folded<State> {
      const { recordedAt, actor } = envelope;
      return {
        id,
        state: evolve(folded?.state ?? initialState, recordedEvent<Event>(envelope), { recordedAt, actor }),
        begunAt: folded?.begunAt ?? recordedAt,
        changedAt: recordedAt,
      };
    },
  };
}
