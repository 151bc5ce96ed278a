import { join } from 'node:path';
import { KurrentEventStore } from '@iic/event-sourcing/kurrentdb';
import { MongoKeyStore } from '@iic/event-sourcing/mongodb';
import { MongoConsumerState, MongoLeases } from '@iic/messaging/mongodb';
import type { DocumentDatabase } from '@iic/read-models';
import { MongoDocumentDatabase, openMongo } from '@iic/read-models/mongodb';
import type { MongoEngine } from './engine-settings.ts';
import { serviceDatabase } from './mongo-keys.ts';
import { closeInTurn, type ServiceStores, type StoreOwner } from './service-stores.ts';

/** Read models of a service in a database of its own. Rejects with `MongoUnusable`. */
export function serverDocuments({ url, prefix }: MongoEngine, service: string): Promise<DocumentDatabase> {
  return MongoDocumentDatabase.open(url, `${prefix}-${service}-read-models`);
}

/** Stores of a service that is not bound to one disk: events in KurrentDB, keys and coordination in MongoDB. */
export async function serverStores(
  kurrentdbUrl: string,
  mongodb: MongoEngine,
  { service, securitySource, folder }: StoreOwner,
  documents: DocumentDatabase,
  attachments: ServiceStores['attachments'],
): Promise<ServiceStores> {
  const connection = await openMongo(mongodb.url, serviceDatabase(mongodb, service));
  const open = (name: string, index: string): Promise<KurrentEventStore> =>
    KurrentEventStore.open({ url: kurrentdbUrl, service: name, indexFile: join(folder, index) });
  const events = await open(service, 'events-index.sqlite');
  const security = await open(securitySource, 'security-index.sqlite');
  const keys = new MongoKeyStore(connection);
  const consumers = await MongoConsumerState.open(connection);
  const leases = new MongoLeases(connection);
  return {
    events,
    security,
    keys,
    consumers,
    documents,
    attachments,
    leases,
    close: () => closeInTurn([consumers, documents, security, events, keys, leases, connection]),
  };
}
