import { join } from 'node:path';
import { FolderAttachmentStore } from '@iic/attachments';
import { SqliteEventStore, SqliteKeyStore } from '@iic/event-sourcing';
import { LocalLeases, SqliteConsumerState } from '@iic/messaging';
import { type DocumentDatabase, SqliteDocumentDatabase } from '@iic/read-models';
import type { EngineSettings } from './engine-settings.ts';
import { openS3Attachments } from './s3-attachments.ts';
import { closeInTurn, type ServiceStores, type StoreOwner } from './service-stores.ts';

/**
 * Opens the stores of a service: in its folder, but read models in MongoDB where there is one, and everything that
 * must outlive its disk on servers where KurrentDB keeps its events. Throws `StoreInUse`, or why a server cannot be
 * used.
 */
export async function openStores(engines: EngineSettings, owner: StoreOwner): Promise<ServiceStores> {
  const attachments = await openAttachments(engines, owner);
  if (engines.mongodb === undefined) return embedded(owner, fileDocuments(owner.folder), attachments);
  // The clients are loaded only where they are used: the embedded platform starts without them.
  const { documentServer, openDocuments, serverStores } = await import('./server-stores.ts');
  const documents = await openDocuments(engines.mongodb, owner.service);
  if (engines.kurrentdb !== undefined) {
    return serverStores(engines.kurrentdb.url, engines.mongodb, owner, documents, attachments);
  }
  return { ...embedded(owner, documents, attachments), servers: [documentServer(documents)] };
}

function fileDocuments(folder: string): DocumentDatabase {
  return new SqliteDocumentDatabase({ path: join(folder, 'read-models.sqlite') });
}

function embedded(
  { folder }: StoreOwner,
  documents: DocumentDatabase,
  attachments: ServiceStores['attachments'],
): ServiceStores {
  const events = SqliteEventStore.open(join(folder, 'events.sqlite'));
  const security = SqliteEventStore.open(join(folder, 'security.sqlite'));
  const keys = SqliteKeyStore.open(join(folder, 'keys.sqlite'));
  const consumers = new SqliteConsumerState(join(folder, 'messaging.sqlite'));
  return {
    events,
    security,
    keys,
    consumers,
    documents,
    openFacts: async () =>
      new SqliteDocumentDatabase({ path: join(folder, 'other-facts.sqlite'), durable: true }),
    attachments,
    leases: new LocalLeases(),
    servers: [],
    close: () => closeInTurn([consumers, documents, security, events, keys]),
  };
}

async function openAttachments(
  { s3 }: EngineSettings,
  { service, folder }: StoreOwner,
): Promise<ServiceStores['attachments']> {
  if (s3 === undefined) {
    return (keys) => new FolderAttachmentStore({ folder: join(folder, 'attachments'), keys });
  }
  return openS3Attachments(s3, service);
}
