import { join } from 'node:path';
import { AccessPolicy } from '@iic/access';
import {
  CommandHandler,
  EventVersions,
  type ProblemCatalogue,
  SqliteEventStore,
  SqliteKeyStore,
} from '@iic/event-sourcing';
import { type EventTransport, ParkedMessages } from '@iic/messaging';
import { type DocumentDatabase, SqliteDocumentDatabase } from '@iic/read-models';
import type { Logger } from 'pino';
import { CommandExecutor } from './command-executor.ts';
import type { Host } from './host.ts';
import { kitProblems } from './http/kit-problems.ts';
import { SecurityLog } from './security-log.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { ServiceProjections } from './service-projections.ts';

/** One running service: its stores and what works on them. Injected by its class. */
export class ServiceRuntime {
  readonly definition: ServiceDefinition;
  readonly host: Host;
  readonly name: string;
  /** Folder of the service's data. */
  readonly folder: string;
  readonly log: Logger;
  readonly store: SqliteEventStore;
  readonly keys: SqliteKeyStore;
  readonly security: SecurityLog;
  readonly versions: EventVersions;
  readonly handler: CommandHandler;
  readonly commands: CommandExecutor;
  readonly access: AccessPolicy;
  readonly problems: ProblemCatalogue;
  readonly documents: DocumentDatabase;
  readonly projections: ServiceProjections;
  #transport: EventTransport | undefined;

  /** Opens every store of the service. Throws `StoreInUse`. */
  constructor(definition: ServiceDefinition, host: Host) {
    this.definition = definition;
    this.host = host;
    this.name = definition.name;
    this.folder = join(host.settings.data, definition.name);
    this.log = host.log.child({ service: definition.name });
    this.store = SqliteEventStore.open(join(this.folder, 'events.sqlite'));
    this.keys = SqliteKeyStore.open(join(this.folder, 'keys.sqlite'));
    this.security = new SecurityLog(join(this.folder, 'security.sqlite'), this.keys, host.clock);
    this.versions = new EventVersions(definition.contracts, definition.upcasters);
    this.handler = new CommandHandler({
      store: this.store,
      keys: this.keys,
      clock: host.clock,
      versions: this.versions,
    });
    this.access = new AccessPolicy(definition.access);
    this.commands = new CommandExecutor({
      name: this.name,
      handler: this.handler,
      access: this.access,
      recorded: (events) => host.metrics.events.inc({ service: this.name }, events),
    });
    this.problems = { ...kitProblems, ...definition.problems };
    this.documents = new SqliteDocumentDatabase({ path: join(this.folder, 'read-models.sqlite') });
    this.projections = new ServiceProjections(definition.projections, {
      store: this.store,
      database: this.documents,
      versions: this.versions,
      previous: definition.previousProjections ?? [],
    });
  }

  /** The service's message consumer. */
  get transport(): EventTransport {
    if (this.#transport === undefined) throw new Error(`${this.name} has no transport yet.`);
    return this.#transport;
  }

  /** Messages the service could not handle. */
  get parked(): ParkedMessages {
    return new ParkedMessages(this.transport.processor);
  }

  /** Gives the runtime its consumer, once. */
  connect(transport: EventTransport): void {
    this.#transport = transport;
  }

  /** Closes every store; nothing may be running on them any more. */
  async close(): Promise<void> {
    await this.documents.close();
    await this.security.close();
    await this.store.close();
    await this.keys.close();
  }
}
