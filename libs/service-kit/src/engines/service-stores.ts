import { join } from 'node:path';
import { type EventStore, type KeyStore, SqliteEventStore, SqliteKeyStore } from '@iic/event-sourcing';
import { type ConsumerState, SqliteConsumerState } from '@iic/messaging';
import { type DocumentDatabase, SqliteDocumentDatabase } from '@iic/read-models';

/** Everything a service keeps. */
export interface ServiceStores {
  readonly events: EventStore;
  readonly security: EventStore;
  readonly keys: KeyStore;
  readonly consumers: ConsumerState;
  readonly documents: DocumentDatabase;
}

/** Opens the stores of a service in its folder. Throws `StoreInUse`. */
export async function openStores(folder: string): Promise<ServiceStores> {
  return {
    events: SqliteEventStore.open(join(folder, 'events.sqlite')),
    security: SqliteEventStore.open(join(folder, 'security.sqlite')),
    keys: SqliteKeyStore.open(join(folder, 'keys.sqlite')),
    consumers: new SqliteConsumerState(join(folder, 'messaging.sqlite')),
    documents: new SqliteDocumentDatabase({ path: join(folder, 'read-models.sqlite') }),
  };
}
