import { createHash } from 'node:crypto';
import type { Caller } from '@iic/access';
import {
  type Aggregate,
  accept,
  type Clock,
  CommandHandler,
  type DomainEvent,
  EventVersions,
  type KeyStore,
  SqliteEventStore,
  uuidV7,
} from '@iic/event-sourcing';

/** Something done with a service that an auditor of access wants to know. */
export type SecurityEvent =
  | DomainEvent<'AccessDenied', { readonly action: string; readonly subject: string; readonly path: string }>
  | DomainEvent<'AuditorRead', { readonly action: string; readonly subject: string; readonly path: string }>;

const securityDay: Aggregate<null, SecurityEvent, SecurityEvent> = {
  category: 'security',
  decider: { initialState: null, decide: (event) => accept(event), evolve: () => null },
};

const versions = new EventVersions([
  { type: 'AccessDenied', version: 1 },
  { type: 'AuditorRead', version: 1 },
]);

/** Name under which a service's security log is followed. */
export function securitySource(service: string): string {
  return `${service}-security`;
}

/** Authenticated denials and auditors' reads of one service, in an event store of their own. */
export class SecurityLog {
  readonly store: SqliteEventStore;
  readonly #handler: CommandHandler;
  readonly #clock: Clock;
  #last: Promise<unknown> = Promise.resolve();

  constructor(file: string, keys: KeyStore, clock: Clock) {
    this.store = SqliteEventStore.open(file);
    this.#handler = new CommandHandler({ store: this.store, keys, clock, versions });
    this.#clock = clock;
  }

  /** Records durably, one after the other. Rejects when it cannot; the caller must then not proceed. */
  record(event: SecurityEvent, caller: Caller): Promise<void> {
    const recorded = this.#last.then(() => this.#append(event, caller));
    this.#last = recorded.catch(() => undefined);
    return recorded;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.store.close();
  }

  async #append(event: SecurityEvent, { client: _client, ...actor }: Caller): Promise<void> {
    const commandId = uuidV7();
    const fingerprint = createHash('sha256').update(commandId).digest('hex');
    const day = this.#clock.now().slice(0, 10);
    await this.#handler.handle(securityDay, day, event, { commandId, fingerprint, actor });
  }
}
