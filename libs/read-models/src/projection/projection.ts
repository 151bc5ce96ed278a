import type { EventEnvelope } from '@iic/event-sourcing';
import type { DocumentDatabase, Write } from '../document-database.ts';

/** A recorded event as a projection sees it: data in its current version. */
export interface ProjectedEvent {
  /** Dense number of the event in its service. */
  readonly seq: number;
  readonly envelope: EventEnvelope;
}

/**
 * Turns a log into a view. Made by `defineProjection` and `defineTimeline`; kept up to date by a
 * `ProjectionRunner`. A changed projection is a new version, built beside the old one.
 */
export interface Projection<View> {
  readonly name: string;
  readonly version: number;
  /** Names of the collections that hold its documents, all of this version. */
  readonly collections: readonly string[];
  open(database: DocumentDatabase): OpenProjection<View>;
}

/** A projection over one database. */
export interface OpenProjection<View> {
  readonly view: View;
  readonly writer: ProjectionWriter;
}

/**
 * Applies events in the order of the log: `prepare` loads what the events touch, `apply` folds one of them
 * (all of it or, when it throws, nothing), `writes` gives what changed since the last commit.
 */
export interface ProjectionWriter {
  prepare(events: readonly ProjectedEvent[]): Promise<void>;
  apply(event: ProjectedEvent): void;
  writes(): readonly Write[];
  /** The writes are stored. */
  committed(): void;
  /** Forgets everything not stored. */
  reset(): void;
}
