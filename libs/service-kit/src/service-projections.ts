import type { EventStore, EventVersions } from '@iic/event-sourcing';
import {
  type DocumentDatabase,
  type Projection,
  ProjectionRunner,
  type ProjectionStatus,
} from '@iic/read-models';
import { Problem } from './http/problem.ts';

/** How many events a projection is behind. */
export interface NamedLag {
  readonly name: string;
  readonly lag: number;
}

/** All projections of a service. */
export class ServiceProjections {
  readonly #runners: ReadonlyMap<Projection<unknown>, ProjectionRunner<unknown>>;

  constructor(
    projections: readonly Projection<unknown>[],
    sources: {
      readonly store: EventStore;
      readonly database: DocumentDatabase;
      readonly versions: EventVersions;
      /** The versions the release before served. */
      readonly previous?: readonly Projection<unknown>[];
    },
  ) {
    const { previous = [], ...needs } = sources;
    this.#runners = new Map(
      projections.map((projection) => {
        const before = previous.find(({ name }) => name === projection.name);
        const options = { ...needs, projection, ...(before === undefined ? {} : { previous: before }) };
        return [projection, new ProjectionRunner(options)];
      }),
    );
  }

  /** Seq up to which the stored documents of each go, before the start. */
  stored(): Promise<readonly { readonly name: string; readonly seq: number }[]> {
    return Promise.all(
      [...this.#runners].map(async ([{ name }, runner]) => ({ name, seq: await runner.stored() })),
    );
  }

  /** Drops documents that hold events after a seq, before the start, which builds them anew. */
  async forgetBeyond(seq: number): Promise<void> {
    for (const runner of this.#runners.values()) if ((await runner.stored()) > seq) await runner.forget();
  }

  async start(): Promise<void> {
    for (const runner of this.#runners.values()) await runner.start();
  }

  /**
   * The view that answers now; ask for it with every query. Throws the problem `read-model-unavailable` when the
   * projection has failed.
   */
  view<View>(projection: Projection<View>): View {
    const runner = this.#runners.get(projection);
    if (runner === undefined)
      throw new Error(`Projection ${projection.name} is not declared by its service.`);
    if (runner.status().serving.state === 'failed') throw new Problem('read-model-unavailable');
    // The map holds, under a projection, the runner made for it.
    return runner.view as View;
  }

  /**
   * Resolves with whether all projections hold everything up to a seq within the time. Failed ones are left out:
   * queries that depend on them are told by {@link view}.
   */
  async waitFor(seq: number, timeoutMs: number): Promise<boolean> {
    const working = [...this.#runners.values()].filter(
      (runner) => runner.status().serving.state !== 'failed',
    );
    const reached = await Promise.all(working.map((runner) => runner.waitFor(seq, timeoutMs)));
    return reached.every(Boolean);
  }

  status(): readonly ProjectionStatus[] {
    return [...this.#runners.values()].map((runner) => runner.status());
  }

  lags(): Promise<readonly NamedLag[]> {
    return Promise.all(
      [...this.#runners].map(async ([projection, runner]) => ({
        name: projection.name,
        lag: await runner.lag(),
      })),
    );
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#runners.values()].map((runner) => runner.stop()));
  }
}
