import { type EventEnvelope, type EventStore, type EventVersions, WakeUp } from '@iic/event-sourcing';
import type { DocumentDatabase } from '../document-database.ts';
import { Checkpoint, dropEarlierVersions, dropVersion, findLiveVersion, setLiveVersion } from './progress.ts';
import type { Projection } from './projection.ts';
import {
  type BuildDependencies,
  type BuildState,
  ProjectionBuild,
  type ProjectionFailure,
} from './projection-build.ts';

/** What to run, from which log into which database. */
export interface ProjectionRunnerOptions<View> {
  readonly store: Pick<EventStore, 'readAll' | 'follow' | 'head'>;
  readonly database: DocumentDatabase;
  readonly projection: Projection<View>;
  /**
   * The version released before, kept in the code for one release: it goes on answering queries, and
   * following the log, until the new one has caught up.
   */
  readonly previous?: Projection<View>;
  /** Versions and upcasters of the service's events; without them data is taken as stored. */
  readonly versions?: EventVersions;
  /** Events per transaction; 1,000 when left out. */
  readonly batchSize?: number;
}

/** Where a projection stands. `rebuilding`: an older version answers while this one is built. */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly state: BuildState | 'rebuilding';
  /** Seq of the last event in this version's documents. */
  readonly checkpoint: number;
  readonly failure: ProjectionFailure | null;
  readonly trouble: string | null;
  /** The version that answers queries, where it stands and how it does. */
  readonly serving: { readonly version: number; readonly checkpoint: number; readonly state: BuildState };
}

interface Running<View> {
  readonly build: ProjectionBuild<View>;
  readonly abort: AbortController;
  done: Promise<void>;
}

/**
 * Keeps a projection up with the log: documents and checkpoint move in one transaction per batch. A new
 * version is built beside the live one and takes over when it has caught up; earlier ones are dropped then.
 * A projection that cannot apply an event stops with its state `failed`; nothing else stops.
 */
export class ProjectionRunner<View> {
  readonly #options: ProjectionRunnerOptions<View>;
  readonly #changed = new WakeUp();
  #current: Running<View> | undefined;
  #serving: Running<View> | undefined;

  constructor(options: ProjectionRunnerOptions<View>) {
    this.#options = options;
  }

  /** Seq of the last event in stored documents of any version in the code, whether or not this was started. */
  async stored(): Promise<number> {
    const checkpoints = this.#versions().map(({ name, version }) => this.#checkpoint(name, version));
    for (const checkpoint of checkpoints) await checkpoint.load();
    return Math.max(...checkpoints.map(({ seq }) => seq));
  }

  /** Drops the stored documents before the start, which builds them anew. */
  async forget(): Promise<void> {
    for (const version of this.#versions()) await dropVersion(this.#options.database, version);
  }

  /** Opens the documents and begins to follow the log; resolves before it has caught up. */
  async start(): Promise<void> {
    const { database, projection, previous } = this.#options;
    if (this.#current !== undefined) throw new Error(`Projection ${projection.name} was started before.`);
    const live = await findLiveVersion(database, projection.name);
    const current = this.#prepare(projection);
    await current.build.checkpoint.load();
    this.#serving = current;
    if (previous !== undefined && previous.version === live && live !== projection.version) {
      this.#serving = this.#prepare(previous);
      await this.#serving.build.checkpoint.load();
      this.#run(this.#serving, async () => undefined);
    }
    this.#current = current;
    this.#run(current, () => this.#takeOver(current));
  }

  /** The view that answers now. Ask for it each time: it changes when a new version takes over. */
  get view(): View {
    return this.#started(this.#serving).build.view;
  }

  /** Seq of the last event in the documents that answer now. */
  checkpoint(): number {
    return this.#started(this.#serving).build.checkpoint.seq;
  }

  /** How many events of the log are not yet in the documents that answer now. */
  async lag(): Promise<number> {
    return Math.max(0, (await this.#options.store.head()) - this.checkpoint());
  }

  status(): ProjectionStatus {
    const { build } = this.#started(this.#current);
    const serving = this.#started(this.#serving).build;
    const replacing = serving !== build && build.state === 'catching-up';
    return {
      name: this.#options.projection.name,
      version: build.version,
      state: replacing ? 'rebuilding' : build.state,
      checkpoint: build.checkpoint.seq,
      failure: build.failure,
      trouble: build.trouble,
      serving: { version: serving.version, checkpoint: serving.checkpoint.seq, state: serving.state },
    };
  }

  /**
   * Waits until the documents that answer hold everything up to a seq. Resolves with false when the time is
   * over, the signal aborts, or the projection has stopped short of it.
   */
  async waitFor(seq: number, timeoutMs: number, signal?: AbortSignal): Promise<boolean> {
    if (this.checkpoint() >= seq) return true;
    const limits = [AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])];
    const limit = AbortSignal.any(limits);
    for (;;) {
      const change = this.#changed.next(limit);
      const { state } = this.#started(this.#serving).build;
      if (this.checkpoint() >= seq) return true;
      if (limit.aborted || state === 'failed' || state === 'stopped') return false;
      await change;
    }
  }

  /** Stops following after the batch in hand; the documents stay readable. */
  async stop(): Promise<void> {
    const running = [this.#current, this.#serving].filter((one) => one !== undefined);
    for (const { abort } of running) abort.abort();
    await Promise.all(running.map(({ done }) => done));
  }

  #versions(): readonly Projection<View>[] {
    const { projection, previous } = this.#options;
    return previous === undefined ? [projection] : [projection, previous];
  }

  #checkpoint(name: string, version: number): Checkpoint {
    return new Checkpoint(this.#options.database, name, version);
  }

  #prepare(projection: Projection<View>): Running<View> {
    const { store, database, versions, batchSize = 1000 } = this.#options;
    const needs: BuildDependencies = {
      store,
      database,
      batchSize,
      upcast: (envelope) => (versions === undefined ? envelope : inCurrentVersion(envelope, versions)),
      onChange: () => this.#changed.ring(),
    };
    const build = new ProjectionBuild(projection, needs);
    return { build, abort: new AbortController(), done: Promise.resolve() };
  }

  #run(running: Running<View>, onCaughtUp: () => Promise<void>): void {
    running.done = running.build.run(running.abort.signal, onCaughtUp);
  }

  async #takeOver(current: Running<View>): Promise<void> {
    const { database, projection } = this.#options;
    await setLiveVersion(database, projection.name, projection.version);
    const before = this.#serving;
    this.#serving = current;
    if (before !== undefined && before !== current) {
      before.abort.abort();
      await before.done;
    }
    await dropEarlierVersions(database, projection);
  }

  #started(running: Running<View> | undefined): Running<View> {
    if (running === undefined) throw new Error(`Projection ${this.#options.projection.name} is not started.`);
    return running;
  }
}

function inCurrentVersion(envelope: EventEnvelope, versions: EventVersions): EventEnvelope {
  const current = versions.current(envelope.type);
  if (envelope.schemaVersion === current) return envelope;
  return { ...envelope, schemaVersion: current, data: versions.dataOf(envelope) };
}
