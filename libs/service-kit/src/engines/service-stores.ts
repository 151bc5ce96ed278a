import type { AttachmentStore, CaseKeys } from '@iic/attachments';
import type { EventStore, KeyStore } from '@iic/event-sourcing';
import type { ConsumerState, Leases } from '@iic/messaging';
import type { DocumentDatabase } from '@iic/read-models';
import type { StoreServer } from './store-server.ts';

/** Everything a service keeps. */
export interface ServiceStores {
  readonly events: EventStore;
  readonly security: EventStore;
  readonly keys: KeyStore;
  readonly consumers: ConsumerState;
  readonly documents: DocumentDatabase;
  /**
   * Opens what the service keeps of others' messages. Nothing brings a message back once it was handled, so it is
   * where the consumer state is, and as durable. Whoever opens it closes it.
   */
  openFacts(): Promise<DocumentDatabase>;
  /** Files of cases; the service says where their keys are. */
  attachments(keys: CaseKeys): AttachmentStore;
  /** Lets one process at a time publish the service's logs. */
  readonly leases: Leases;
  /** Those the stores are on; none where all are files of this process. */
  readonly servers: readonly StoreServer[];
  /** Closes them, in the order in which nothing is missed. */
  close(): Promise<void>;
}

/** A service and its folder. */
export interface StoreOwner {
  readonly service: string;
  /** Name of the security log. */
  readonly securitySource: string;
  readonly folder: string;
}

/** Closes stores one after the other. */
export async function closeInTurn(stores: readonly { close(): Promise<void> }[]): Promise<void> {
  for (const store of stores) await store.close();
}
