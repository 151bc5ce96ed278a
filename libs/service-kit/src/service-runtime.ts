import { join } from 'node:path';
import { AccessPolicy } from '@iic/access';
import type { AttachmentStore, CaseKeys } from '@iic/attachments';
import {
  CommandHandler,
  type EventStore,
  EventVersions,
  type JsonObject,
  type KeyStore,
  type ProblemCatalogue,
} from '@iic/event-sourcing';
import {
  type ConsumerState,
  ContractIndex,
  type EventTransport,
  type Leases,
  ParkedMessages,
  type Relay,
} from '@iic/messaging';
import type { DocumentDatabase } from '@iic/read-models';
import type { Logger } from 'pino';
import { CommandExecutor } from './command-executor.ts';
import type { ServiceStores } from './engines/service-stores.ts';
import type { StoreServer } from './engines/store-server.ts';
import type { Host } from './host.ts';
import { kitProblems } from './http/kit-problems.ts';
import { kitTerms, type Terms } from './http/terms.ts';
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
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly consumers: ConsumerState;
  readonly security: SecurityLog;
  readonly versions: EventVersions;
  readonly handler: CommandHandler;
  readonly commands: CommandExecutor;
  readonly access: AccessPolicy;
  readonly problems: ProblemCatalogue;
  readonly terms: Terms;
  readonly documents: DocumentDatabase;
  readonly projections: ServiceProjections;
  readonly #stores: ServiceStores;
  readonly #draining = new AbortController();
  #transport: EventTransport | undefined;
  #relay: Relay | undefined;

  constructor(definition: ServiceDefinition, host: Host, stores: ServiceStores) {
    this.definition = definition;
    this.host = host;
    this.name = definition.name;
    this.folder = serviceFolder(host, definition);
    this.log = host.log.child({ service: definition.name });
    this.#stores = stores;
    this.store = stores.events;
    this.keys = stores.keys;
    this.consumers = stores.consumers;
    this.security = new SecurityLog(stores.security, this.keys, host.clock);
    this.versions = new EventVersions(definition.contracts, definition.upcasters);
    this.handler = new CommandHandler({
      store: this.store,
      keys: this.keys,
      clock: host.clock,
      versions: this.versions,
      findFault: faultsIn(definition),
    });
    this.access = new AccessPolicy(definition.access);
    // Counted from nought, so that the first event of a process is an increase.
    host.metrics.events.inc({ service: this.name }, 0);
    this.commands = new CommandExecutor({
      name: this.name,
      handler: this.handler,
      access: this.access,
      isShared: sharedEvents(definition),
      recorded: (events) => host.metrics.events.inc({ service: this.name }, events),
    });
    this.problems = { ...kitProblems, ...definition.problems };
    this.terms = { ...kitTerms, ...definition.terms };
    this.documents = stores.documents;
    this.projections = new ServiceProjections(definition.projections, {
      store: this.store,
      database: this.documents,
      versions: this.versions,
      previous: definition.previousProjections ?? [],
    });
  }

  /** Aborts when the process is about to stop: requests that wait for news are then answered at once. */
  get draining(): AbortSignal {
    return this.#draining.signal;
  }

  /** Ends the waiting of requests, so that the server need not wait for them. */
  drain(): void {
    this.#draining.abort();
  }

  /** Files of cases, under keys that the service names. */
  attachments(keys: CaseKeys): AttachmentStore {
    return this.#stores.attachments(keys);
  }

  /** Opens what the service keeps of others' messages; whoever opens it closes it. */
  openFacts(): Promise<DocumentDatabase> {
    return this.#stores.openFacts();
  }

  /** Servers the stores are on. */
  get servers(): readonly StoreServer[] {
    return this.#stores.servers;
  }

  /** Lets one process at a time publish the service's logs. */
  get leases(): Leases {
    return this.#stores.leases;
  }

  /** The service's message consumer. */
  get transport(): EventTransport {
    if (this.#transport === undefined) throw new Error(`${this.name} has no transport yet.`);
    return this.#transport;
  }

  /** What leaves the service, read from its log. */
  get relay(): Relay {
    if (this.#relay === undefined) throw new Error(`${this.name} has no relay yet.`);
    return this.#relay;
  }

  /** Messages the service could not handle. */
  get parked(): ParkedMessages {
    return new ParkedMessages(this.transport.processor);
  }

  /** Gives the runtime its consumer, once. */
  connect(transport: EventTransport): void {
    this.#transport = transport;
  }

  /** Gives the runtime the relay of its log, once. */
  publish(relay: Relay): void {
    this.#relay = relay;
  }

  /** Closes every store; nothing may be running on them any more. */
  async close(): Promise<void> {
    await this.security.settle();
    await this.#stores.close();
  }
}

/** Folder of a service's own files. */
export function serviceFolder({ settings }: Host, { name }: ServiceDefinition): string {
  return join(settings.data, name);
}

/** Checks whole events, as the journal carries them. */
function faultsIn({
  contracts,
}: ServiceDefinition): (type: string, version: number, data: JsonObject) => string | undefined {
  const index = new ContractIndex(contracts, 'journal');
  return (type, version, data) => {
    const contract = index.find(type, version);
    return contract === undefined ? 'is not declared' : index.findMismatch(contract, data);
  };
}

function sharedEvents({ contracts }: ServiceDefinition): (type: string, version: number) => boolean {
  const index = new ContractIndex(contracts, 'integration');
  return (type, version) => {
    const contract = index.find(type, version);
    return contract !== undefined && index.travels(contract);
  };
}
