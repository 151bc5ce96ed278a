import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SqliteKeyStore } from '@iic/event-sourcing';
import { type MongoEngine, type OpenedKeys, openMongoKeys } from '@iic/service-kit';
import { AddressInvalid } from './address-invalid.ts';
import { settingsOf } from './settings-of.ts';

/** Where the keys of the services are. */
export type KeyAddress =
  | { readonly kind: 'sqlite'; readonly folder: string }
  | { readonly kind: 'mongodb'; readonly engine: MongoEngine };

/**
 * Reads `sqlite:FOLDER`, `mongodb://…`, or `mongodb:`, which takes the address from the settings, so that a password need
 * not stand on the command line. Names of databases begin as the settings say. Throws {@link AddressInvalid}, or
 * `SettingsInvalid` for a setting that cannot be used.
 */
export function readKeyAddress(text: string, environment: NodeJS.ProcessEnv): KeyAddress {
  const folder = /^sqlite:(.+)$/.exec(text)?.[1];
  if (folder !== undefined) return { kind: 'sqlite', folder: resolve(folder) };
  if (text !== 'mongodb:' && !/^mongodb(\+srv)?:\/\/./.test(text)) {
    throw new AddressInvalid('Name the keys as sqlite:FOLDER, mongodb: or mongodb://ADDRESS.');
  }
  const given = text === 'mongodb:' ? {} : { IIC_MONGODB_URL: text, IIC_MONGODB_URL_FILE: '' };
  const { mongodb: engine } = settingsOf('IIC_MONGODB_', { ...environment, ...given });
  if (engine === undefined) {
    throw new AddressInvalid('mongodb: alone needs IIC_MONGODB_URL or IIC_MONGODB_URL_FILE.');
  }
  return { kind: 'mongodb', engine };
}

/** Folder whose service must not run while its keys are used. */
export function keyFolders(...addresses: readonly KeyAddress[]): readonly string[] {
  return addresses.flatMap((address) => (address.kind === 'sqlite' ? [address.folder] : []));
}

/** Throws {@link AddressInvalid} where a file of keys should be and is not; of a server nothing is known yet. */
export function mustHaveKeys(
  address: KeyAddress,
  service: string,
  advice = 'name the data folder it was started with',
): void {
  if (address.kind === 'mongodb' || existsSync(fileOf(address.folder, service))) return;
  throw new AddressInvalid(`${service} has no keys there: ${advice}.`);
}

/** Opens the keys of a service; a file is made where there is none. Rejects with `MongoUnusable`. */
export async function openKeys(address: KeyAddress, service: string): Promise<OpenedKeys> {
  if (address.kind === 'mongodb') return openMongoKeys(address.engine, service);
  const keys = SqliteKeyStore.open(fileOf(address.folder, service));
  return { keys, close: () => keys.close() };
}

function fileOf(folder: string, service: string): string {
  return join(folder, service, 'keys.sqlite');
}
