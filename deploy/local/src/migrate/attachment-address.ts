import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FolderAttachmentStore } from '@iic/attachments';
import { type OpenAttachments, openS3Attachments, type S3Engine } from '@iic/service-kit';
import { AddressInvalid } from './address-invalid.ts';
import { settingsOf } from './settings-of.ts';

/** Where the attachments of the services are. */
export type AttachmentAddress =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 's3'; readonly engine: S3Engine };

/**
 * Reads `folder:FOLDER`, the data folder, or `s3:`, the store that the settings name. Throws {@link AddressInvalid}, or
 * `SettingsInvalid` for a setting that cannot be used.
 */
export function readAttachmentAddress(text: string, environment: NodeJS.ProcessEnv): AttachmentAddress {
  const folder = /^folder:(.+)$/.exec(text)?.[1];
  if (folder !== undefined) return { kind: 'folder', folder: resolve(folder) };
  if (text !== 's3:') throw new AddressInvalid('Name the attachments as folder:FOLDER or s3:.');
  const { s3: engine } = settingsOf('IIC_S3_', environment);
  if (engine === undefined) {
    throw new AddressInvalid('s3: needs IIC_S3_ENDPOINT, and the other settings of an S3 store.');
  }
  return { kind: 's3', engine };
}

/**
 * Throws {@link AddressInvalid} where the service has no folder; a service without attachments has none of theirs, and of
 * a server nothing is known yet.
 */
export function mustHaveService(address: AttachmentAddress, service: string): void {
  if (address.kind === 's3' || existsSync(join(address.folder, service))) return;
  throw new AddressInvalid(`${service} has no folder there: name the data folder it was started with.`);
}

/** Opens the attachments of a service. Rejects with `S3Unusable`. */
export async function openAttachments(address: AttachmentAddress, service: string): Promise<OpenAttachments> {
  if (address.kind === 's3') return openS3Attachments(address.engine, service);
  const folder = join(address.folder, service, 'attachments');
  return (keys) => new FolderAttachmentStore({ folder, keys });
}
