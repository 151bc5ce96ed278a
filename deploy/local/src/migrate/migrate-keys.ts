import { type CopyWatch, copyKeys, type KeysCopied, verifyKeys } from '@iic/event-sourcing';
import { type KeyAddress, keyFolders, mustHaveKeys, openKeys } from './key-address.ts';
import { lockFolders } from './lock-folders.ts';

export interface KeysMigration extends CopyWatch {
  readonly from: KeyAddress;
  readonly to: KeyAddress;
  /** Name of the service whose keys move. */
  readonly service: string;
  /** Compares only; writes nothing. */
  readonly verify?: boolean;
}

/**
 * Copies the keys of a stopped service, or compares them. Throws what `copyKeys` throws, `StoreInUse` while the service
 * runs in a folder that is named, `AddressInvalid` and `MongoUnusable` where there are no keys to be had.
 */
export async function migrateKeys(migration: KeysMigration): Promise<KeysCopied> {
  const { from, to, service, verify = false } = migration;
  mustHaveKeys(from, service);
  if (verify) mustHaveKeys(to, service);
  const unlock = lockFolders(keyFolders(from, to), service);
  try {
    const source = await openKeys(from, service);
    try {
      const target = await openKeys(to, service);
      try {
        if (!verify) return await copyKeys(source.keys, target.keys, migration);
        return { copied: 0, ...(await verifyKeys(source.keys, target.keys, migration)) };
      } finally {
        await target.close();
      }
    } finally {
      await source.close();
    }
  } finally {
    unlock();
  }
}
