import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type EventStore, SqliteEventStore } from '@iic/event-sourcing';
import { AddressInvalid } from './address-invalid.ts';

/** Where the event stores of a service are. */
export type StoreAddress =
  | { readonly kind: 'sqlite'; readonly folder: string }
  | { readonly kind: 'kurrentdb'; readonly url: string };

/** The two event stores of a service, by the name of their file. */
export type StoreName = 'events' | 'security';

/**
 * Reads `sqlite:FOLDER`, `kurrentdb:URL`, or `kurrentdb:`, which takes the connection string from the settings,
 * so that a password need not stand on the command line. Throws {@link AddressInvalid}.
 */
export function readStoreAddress(text: string, environment: NodeJS.ProcessEnv): StoreAddress {
  const [kind, rest] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
  if (kind === 'sqlite' && rest !== '') return { kind, folder: resolve(rest) };
  if (kind !== 'kurrentdb') throw new AddressInvalid('Name a store as sqlite:FOLDER or kurrentdb:URL.');
  if (rest.startsWith('//')) return { kind, url: text };
  const url = rest === '' ? settingOf(environment) : rest;
  if (url === '') {
    throw new AddressInvalid('kurrentdb: alone needs IIC_KURRENTDB_URL or IIC_KURRENTDB_URL_FILE.');
  }
  return { kind, url };
}

/** False for a SQLite store whose file is not there; what a server holds is known only when it is asked. */
export function mayExist(address: StoreAddress, service: string, name: StoreName): boolean {
  return address.kind === 'kurrentdb' || existsSync(fileOf(address.folder, service, name));
}

/**
 * Opens one store of a service. The index of a KurrentDB store is kept in the service's folder when there is one,
 * where the service will look for it; its lock, like that of a SQLite store, keeps out a service that runs there.
 */
export async function openStore(
  address: StoreAddress,
  service: string,
  name: StoreName,
  indexFolder: string,
): Promise<EventStore> {
  if (address.kind === 'sqlite') return SqliteEventStore.open(fileOf(address.folder, service, name));
  // The client of KurrentDB is heavy; a copy between files does without it.
  const { KurrentEventStore } = await import('@iic/event-sourcing/kurrentdb');
  return KurrentEventStore.open({
    url: address.url,
    service: name === 'events' ? service : `${service}-security`,
    indexFile: join(indexFolder, service, `${name}-index.sqlite`),
  });
}

function fileOf(folder: string, service: string, name: StoreName): string {
  return join(folder, service, `${name}.sqlite`);
}

function settingOf(environment: NodeJS.ProcessEnv): string {
  const file = environment['IIC_KURRENTDB_URL_FILE'];
  return file ? readFileSync(file, 'utf8').trim() : (environment['IIC_KURRENTDB_URL'] ?? '');
}
