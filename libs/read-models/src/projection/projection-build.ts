import { setImmediate, setTimeout } from 'node:timers/promises';
import type { EventEnvelope, EventStore, StoredEvent } from '@iic/event-sourcing';
import type { DocumentDatabase } from '../document-database.ts';
import { Checkpoint } from './progress.ts';
import type { OpenProjection, ProjectedEvent, Projection } from './projection.ts';

/** Why a projection stopped: the event it could not apply. Everything before it is in the documents. */
export interface ProjectionFailure {
  readonly seq: number;
  readonly eventId: string;
  readonly type: string;
  readonly message: string;
}

/** What a build needs from its surroundings. */
export interface BuildDependencies {
  readonly store: Pick<EventStore, 'readAll' | 'follow' | 'head'>;
  readonly database: DocumentDatabase;
  /** Lifts an event's data to its current version. */
  readonly upcast: (envelope: EventEnvelope) => EventEnvelope;
  readonly batchSize: number;
  /** Called when the build has moved or stopped. */
  readonly onChange: () => void;
}

/** Where a build stands; `retrying` waits for a store or database that could not be reached. */
export type BuildState = 'catching-up' | 'live' | 'retrying' | 'failed' | 'stopped';

const firstPauseMs = 100;
const longestPauseMs = 10_000;

/** One version of a projection, kept up with the log until it is stopped or meets an event it cannot apply. */
export class ProjectionBuild<View> {
  readonly version: number;
  readonly view: View;
  readonly checkpoint: Checkpoint;
  state: BuildState = 'catching-up';
  failure: ProjectionFailure | null = null;
  /** What the store or database said while retrying. */
  trouble: string | null = null;
  readonly #open: OpenProjection<View>;
  readonly #needs: BuildDependencies;
  #failedTries = 0;

  constructor(projection: Projection<View>, needs: BuildDependencies) {
    this.#needs = needs;
    this.#open = projection.open(needs.database);
    this.version = projection.version;
    this.view = this.#open.view;
    this.checkpoint = new Checkpoint(needs.database, projection.name, projection.version);
  }

  /** Resolves when the signal aborts (after the batch in hand) or the projection fails. */
  async run(signal: AbortSignal, onCaughtUp: () => Promise<void>): Promise<void> {
    while (!signal.aborted && this.failure === null) {
      try {
        await this.#tail(signal, onCaughtUp);
      } catch (error) {
        await this.#pause(error, signal);
      }
    }
    this.#become(this.failure === null ? 'stopped' : 'failed');
  }

  async #tail(signal: AbortSignal, onCaughtUp: () => Promise<void>): Promise<void> {
    const { store, batchSize } = this.#needs;
    await this.checkpoint.load();
    for (;;) {
      const events = await store.readAll(this.checkpoint.seq, batchSize);
      if (events.length === 0) break;
      await this.#applyAll(events);
      if (signal.aborted || this.failure !== null) return;
    }
    await onCaughtUp();
    this.#become('live');
    for await (const events of store.follow(this.checkpoint.seq, signal)) {
      await this.#applyAll(events);
      if (signal.aborted || this.failure !== null) return;
    }
  }

  async #applyAll(events: readonly StoredEvent[]): Promise<void> {
    // Everything here may run without touching the disk asynchronously; requests must get their turn.
    await setImmediate();
    const { database, upcast } = this.#needs;
    const { writer } = this.#open;
    const readable: ProjectedEvent[] = [];
    const failed = attempt(events, (event) => {
      readable.push({ seq: event.seq, envelope: upcast(event.envelope) });
    });
    await writer.prepare(readable);
    const failure = attempt(readable, (event) => writer.apply(event)) ?? failed;
    const reached = failure === undefined ? events.at(-1)?.seq : failure.seq - 1;
    if (reached !== undefined && reached > this.checkpoint.seq) {
      await database.commit([...writer.writes(), this.checkpoint.moveTo(reached)]);
      writer.committed();
      this.checkpoint.moved(reached);
    }
    this.#failedTries = 0;
    this.trouble = null;
    this.failure = failure ?? null;
    this.#needs.onChange();
  }

  async #pause(error: unknown, signal: AbortSignal): Promise<void> {
    this.#open.writer.reset();
    this.trouble = error instanceof Error ? error.message : String(error);
    this.#become('retrying');
    const pauseMs = Math.min(firstPauseMs * 2 ** this.#failedTries, longestPauseMs);
    this.#failedTries += 1;
    await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) this.#become('catching-up');
  }

  #become(state: BuildState): void {
    this.state = state;
    this.#needs.onChange();
  }
}

/** Runs work on each event; stops at the first that throws and says which. */
function attempt<Event extends ProjectedEvent>(
  events: readonly Event[],
  work: (event: Event) => void,
): ProjectionFailure | undefined {
  for (const event of events) {
    try {
      work(event);
    } catch (error) {
      const { id, type } = event.envelope;
      const message = error instanceof Error ? error.message : String(error);
      return { seq: event.seq, eventId: id, type, message };
    }
  }
  return undefined;
}
