import type { AccessRules } from '@iic/access';
import type { EventContract } from '@iic/contracts';
import type { Deadline, DeadlineChange, ProblemCatalogue, StoredEvent, Upcaster } from '@iic/event-sourcing';
import type { Projection } from '@iic/read-models';
import type { INestApplicationContext, Type } from '@nestjs/common';
import type { Terms } from './http/terms.ts';
import type { ServiceRuntime } from './service-runtime.ts';

/** Everything that makes a service, besides its code. */
export interface ServiceDefinition {
  /** Name of the service, of its folder of data and of its HTTP prefix. */
  readonly name: string;
  readonly contracts: readonly EventContract[];
  /** Keyed `<Type>@<version>`. */
  readonly upcasters?: Readonly<Record<string, Upcaster>>;
  readonly access: AccessRules;
  readonly problems: ProblemCatalogue;
  /** Chinese words for the codes that its problems name. */
  readonly terms?: Terms;
  readonly projections: readonly Projection<unknown>[];
  /**
   * The versions of its projections that the release before served, kept for one release: each goes on answering
   * until its successor of the same name has caught up.
   */
  readonly previousProjections?: readonly Projection<unknown>[];
  readonly consumes: Consumption;
  /** The Nest module with controllers, message handlers and queries. */
  readonly module: Type<unknown>;
  /** First path segments it serves besides its own name. */
  readonly rootRoutes?: readonly string[];
  readonly deadlines?: DeadlineRules;
}

/** Which messages a service's handlers take. */
export interface Consumption {
  readonly sources: readonly string[];
  /** `integration` between services (default), `journal` for audit. */
  readonly channel?: 'integration' | 'journal';
  /** Contracts of the sources' events that the handlers take, every version this release can read. */
  readonly contracts: readonly EventContract[];
  /** Seq up to which it keeps the logs of others apart from its checkpoints, as an archive does. */
  readonly kept?: (runtime: ServiceRuntime) => ReadonlyMap<string, number>;
  /** Makes durable what handlers did, before their messages are acknowledged; only for effects kept outside the event store. */
  readonly beforeAcknowledge?: (application: INestApplicationContext) => void | Promise<void>;
}

/** How a service's events set deadlines, and what happens when one falls due. */
export interface DeadlineRules {
  /** Pure. The event's data come in their current version. */
  changes(event: StoredEvent): readonly DeadlineChange[];
  /** Must use `deadlineCommandId` for its command, so that a firing takes effect once. */
  fire(deadline: Deadline, runtime: ServiceRuntime): Promise<void>;
}
