import { join } from 'node:path';
import { KurrentEventStore } from '@iic/event-sourcing/kurrentdb';
import { MongoKeyStore } from '@iic/event-sourcing/mongodb';
import { MongoConsumerState, MongoLeases } from '@iic/messaging/mongodb';
import { MongoDocumentDatabase, openMongo, pingMongo } from '@iic/read-models/mongodb';
import type { MongoEngine } from './engine-settings.ts';
import { serviceDatabase } from './mongo-keys.ts';
import { closeInTurn, type ServiceStores, type StoreOwner } from './service-stores.ts';
import type { StoreServer } from './store-server.ts';

/** Read models of a service in a database of its own. Rejects with `MongoUnusable`. */
export function openDocuments({ url, prefix }: MongoEngine, service: string): Promise<MongoDocumentDatabase> {
  return MongoDocumentDatabase.open(url, `${prefix}-${service}-read-models`);
}

/** The server of the read models. */
export function documentServer(documents: MongoDocumentDatabase): StoreServer {
  return { name: 'MongoDB', neededFor: 'queries', ping: () => documents.ping() };
}

/**
 * Stores of a service that is not bound to one disk: events in KurrentDB, keys and coordination in MongoDB. It
 * becomes the owner of `documents`, and closes them when it cannot open the others.
 */
export async function serverStores(
  kurrentdbUrl: string,
  mongodb: MongoEngine,
  { service, securitySource, folder }: StoreOwner,
  documents: MongoDocumentDatabase,
  attachments: ServiceStores['attachments'],
): Promise<ServiceStores> {
  const opened: { close(): Promise<void> }[] = [documents];
  const owned = async <Store extends { close(): Promise<void> }>(opening: Promise<Store>): Promise<Store> => {
    const store = await opening;
    opened.push(store);
    return store;
  };
  const open = (name: string, index: string): Promise<KurrentEventStore> =>
    owned(KurrentEventStore.open({ url: kurrentdbUrl, service: name, indexFile: join(folder, index) }));
  try {
    const connection = await owned(openMongo(mongodb.url, serviceDatabase(mongodb, service)));
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
      openFacts: () => MongoDocumentDatabase.open(mongodb.url, `${mongodb.prefix}-${service}-facts`),
      attachments,
      leases,
      servers: [
        { name: 'KurrentDB', neededFor: 'commands', ping: () => events.ping() },
        // Keys are in it: without them no command with personal data is recorded.
        { name: 'MongoDB', neededFor: 'commands', ping: () => pingMongo(connection) },
      ],
      close: () => closeInTurn([consumers, documents, security, events, keys, leases, connection]),
    };
  } catch (error) {
    await closeInTurn(opened.reverse());
    throw error;
  }
}
