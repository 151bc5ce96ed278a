import { join } from 'node:path';
import { lockStore } from '@iic/event-sourcing';

/** A service holds the first while its events are in files, the second while they are on a server. */
const stores = ['events.sqlite', 'events-index.sqlite'];

/**
 * Keeps a service from running in some data folders. Throws `StoreInUse` where it runs.
 *
 * @returns a function that lets it run again
 */
export function lockFolders(folders: Iterable<string>, service: string): () => void {
  const unlocks: (() => void)[] = [];
  const unlock = () => {
    for (const each of unlocks.splice(0)) each();
  };
  try {
    for (const folder of new Set(folders)) {
      for (const store of stores) unlocks.push(lockStore(join(folder, service, store)));
    }
    return unlock;
  } catch (error) {
    unlock();
    throw error;
  }
}
