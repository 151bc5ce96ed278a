import type { CopyableKeyStore } from '@iic/event-sourcing';
import type { MongoEngine } from './engine-settings.ts';

/** Database in which a service without a disk of its own keeps keys, consumer state and leases. */
export function serviceDatabase({ prefix }: MongoEngine, service: string): string {
  return `${prefix}-${service}`;
}

/** Keys of a service that does not run. */
export interface OpenedKeys {
  readonly keys: CopyableKeyStore;
  close(): Promise<void>;
}

/** Opens the keys of a service in MongoDB, where the service looks for them. Rejects with `MongoUnusable`. */
export async function openMongoKeys(engine: MongoEngine, service: string): Promise<OpenedKeys> {
  // The client is loaded only where it is used: the embedded platform starts without it.
  const [{ openMongo }, { MongoKeyStore }] = await Promise.all([
    import('@iic/read-models/mongodb'),
    import('@iic/event-sourcing/mongodb'),
  ]);
  const connection = await openMongo(engine.url, serviceDatabase(engine, service));
  return { keys: new MongoKeyStore(connection), close: () => connection.close() };
}
