import {
  type AttachmentsCopied,
  copyAttachments,
  existingCaseKeys,
  verifyAttachments,
} from '@iic/attachments';
import type { CopyWatch } from '@iic/event-sourcing';
import { AddressInvalid } from './address-invalid.ts';
import { type AttachmentAddress, mustHaveService, openAttachments } from './attachment-address.ts';
import { type KeyAddress, keyFolders, mustHaveKeys, openKeys } from './key-address.ts';
import { lockFolders } from './lock-folders.ts';

export interface AttachmentsMigration extends CopyWatch {
  readonly from: AttachmentAddress;
  readonly to: AttachmentAddress;
  /** Keys that open the files; those of the data folder that `from` or `to` names when left out. */
  readonly keys?: KeyAddress;
  /** Name of the service whose attachments move. */
  readonly service: string;
  /** Compares only; writes nothing. */
  readonly verify?: boolean;
}

/**
 * Copies the attachments of a stopped service, or opens those of the target. Throws what `copyAttachments` throws,
 * `StoreInUse` while the service runs in a folder that is named, `AddressInvalid`, `S3Unusable` and `MongoUnusable` where
 * there are no attachments or keys to be had.
 */
export async function migrateAttachments(migration: AttachmentsMigration): Promise<AttachmentsCopied> {
  const { from, to, service, verify = false } = migration;
  const keyAddress = migration.keys ?? keysBeside(from, to);
  mustHaveService(from, service);
  if (verify) mustHaveService(to, service);
  mustHaveKeys(keyAddress, service, 'name them with --keys');
  const folders = [from, to].flatMap((address) => (address.kind === 'folder' ? [address.folder] : []));
  const unlock = lockFolders([...folders, ...keyFolders(keyAddress)], service);
  try {
    const [openSource, openTarget] = [
      await openAttachments(from, service),
      await openAttachments(to, service),
    ];
    const { keys, close } = await openKeys(keyAddress, service);
    try {
      const caseKeys = existingCaseKeys(keys);
      const [source, target] = [openSource(caseKeys), openTarget(caseKeys)];
      if (!verify) return await copyAttachments(source, target, migration);
      return { copied: 0, ...(await verifyAttachments(source, target, migration)) };
    } finally {
      await close();
    }
  } finally {
    unlock();
  }
}

function keysBeside(from: AttachmentAddress, to: AttachmentAddress): KeyAddress {
  for (const address of [from, to]) {
    if (address.kind === 'folder') return { kind: 'sqlite', folder: address.folder };
  }
  throw new AddressInvalid('--from and --to are the same S3 store.');
}
