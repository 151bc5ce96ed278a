import { createHash } from 'node:crypto';
import {
  type Actor,
  type Aggregate,
  accept,
  type Clock,
  CommandHandler,
  type DomainEvent,
  type EventStore,
  EventVersions,
  type KeyStore,
  uuidV7,
} from '@iic/event-sourcing';

/** Something done with a service, not with a case, that an auditor wants to know. */
export type SecurityEvent =
  | DomainEvent<'AccessDenied', { readonly action: string; readonly subject: string; readonly path: string }>
  | DomainEvent<'AuditorRead', { readonly action: string; readonly subject: string; readonly path: string }>
  | DomainEvent<'ClockConfirmed', { readonly offset: number }>
  | DomainEvent<'MessageReplayed', { readonly ordinal: number }>
  | DomainEvent<'MessageDiscarded', { readonly ordinal: number; readonly reason: string }>
  | DomainEvent<'PersonalDataDestroyed', { readonly subject: string; readonly reason: string }>
  | DomainEvent<
      'StoreRecovered',
      {
        /** The log that was put back to an earlier state. */
        readonly store: string;
        readonly head: number;
        /** Who had seen more of it, and up to where. */
        readonly seen: readonly { readonly by: string; readonly seq: number }[];
        readonly reason: string;
        /** Account of the operating system that started the process. */
        readonly account: string;
      }
    >;

/** Each event has a stream of its own: nothing is to be loaded, and appends share their commits. */
const securityEvent: Aggregate<null, SecurityEvent, SecurityEvent> = {
  category: 'security',
  decider: { initialState: null, decide: (event) => accept(event), evolve: () => null },
};

const types: readonly SecurityEvent['type'][] = [
  'AccessDenied',
  'AuditorRead',
  'ClockConfirmed',
  'MessageDiscarded',
  'MessageReplayed',
  'PersonalDataDestroyed',
  'StoreRecovered',
];
const versions = new EventVersions(types.map((type) => ({ type, version: 1 })));

/** Name under which a service's security log is followed. */
export function securitySource(service: string): string {
  return `${service}-security`;
}

/** Authenticated denials, auditors' reads and operators' acts of one service, in an event store of their own. */
export class SecurityLog {
  readonly store: EventStore;
  readonly #handler: CommandHandler;
  readonly #pending = new Set<Promise<unknown>>();

  constructor(store: EventStore, keys: KeyStore, clock: Clock) {
    this.store = store;
    this.#handler = new CommandHandler({ store: this.store, keys, clock, versions, statesKept: 1 });
  }

  /** Records durably. Rejects when it cannot; the caller must then not proceed. */
  async record(event: SecurityEvent, by: Actor & { readonly client?: string }): Promise<void> {
    const { client: _client, ...actor } = by;
    const id = uuidV7();
    const fingerprint = createHash('sha256').update(id).digest('hex');
    const recorded = this.#handler.handle(securityEvent, id, event, { commandId: id, fingerprint, actor });
    this.#pending.add(recorded);
    await recorded.finally(() => this.#pending.delete(recorded));
  }

  /** Waits for what is being recorded. The store stays open: it is its owner's to close. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#pending);
  }
}
