import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '@iic/event-sourcing';
import { BackupRefused } from './backup-refused.ts';
import type { Content } from './hashed-copy.ts';

/** A file of a backup. */
export interface BackedUpFile extends Content {
  /** Relative to the data folder, with `/`. */
  readonly path: string;
}

/** Where an event store began and ended when the backup was made. */
export interface BackedUpStore {
  readonly source: string;
  readonly path: string;
  readonly head: number;
  /** Hex leaf hash of its first event; absent in backups of earlier releases. */
  readonly first?: string | null;
  /** Hex leaf hash of its last event. */
  readonly leaf: string | null;
}

/** One part of a backup: what it holds, and of which backup it is. */
export interface PartManifest {
  readonly format: 1;
  /** Identifies the backup; both parts name it. */
  readonly backup: string;
  readonly takenAt: Instant;
  readonly files: readonly BackedUpFile[];
}

/** The part with the keys. */
export interface KeyManifest extends PartManifest {
  /** Of the stores the keys belong to; absent in backups of earlier releases. */
  readonly stores?: readonly Pick<BackedUpStore, 'source' | 'first'>[];
}

/** The part without keys. */
export interface BackupManifest extends PartManifest {
  /** Version of the product that made it. */
  readonly product: string;
  readonly stores: readonly BackedUpStore[];
}

const manifestName = 'manifest.json';

/** Writes the manifest of a part durably; it comes last, so a part that has one is whole. */
export async function writeManifest(part: string, manifest: PartManifest): Promise<void> {
  const file = await open(join(part, manifestName), 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Reads the manifest of the part without keys. Throws {@link BackupRefused}. */
export async function readBackupManifest(part: string): Promise<BackupManifest> {
  const manifest = await read(part);
  if (isPart(manifest) && 'stores' in manifest && isListOf(manifest.stores, isStore)) {
    return { ...manifest, stores: manifest.stores, product: String(Reflect.get(manifest, 'product')) };
  }
  throw unreadable(part);
}

/** Reads the manifest of the part with the keys. Throws {@link BackupRefused}. */
export async function readKeyManifest(part: string): Promise<KeyManifest> {
  const manifest = await read(part);
  if (!isPart(manifest)) throw unreadable(part);
  if (!('stores' in manifest)) return manifest;
  if (isListOf(manifest.stores, isOrigin)) return { ...manifest, stores: manifest.stores };
  throw unreadable(part);
}

async function read(part: string): Promise<unknown> {
  const text = await readFile(join(part, manifestName), 'utf8').catch(() => {
    throw new BackupRefused(
      'backup-incomplete',
      `${part} has no ${manifestName}: it is no whole part of a backup.`,
    );
  });
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(part);
  }
}

function unreadable(part: string): BackupRefused {
  return new BackupRefused('backup-damaged', `${join(part, manifestName)} is not a manifest of format 1.`);
}

function isPart(value: unknown): value is PartManifest {
  return (
    hasMembers(value, { backup: 'string', takenAt: 'string' }) &&
    Reflect.get(value, 'format') === 1 &&
    isListOf(Reflect.get(value, 'files'), isFile)
  );
}

function isFile(value: unknown): value is BackedUpFile {
  return hasMembers(value, { path: 'string', size: 'number', sha256: 'string' }) && isInside(value);
}

function isStore(value: unknown): value is BackedUpStore {
  return hasMembers(value, { source: 'string', path: 'string', head: 'number' }) && isInside(value);
}

function isOrigin(value: unknown): value is Pick<BackedUpStore, 'source' | 'first'> {
  return hasMembers(value, { source: 'string' });
}

/** A path of a manifest must not lead out of the folder it is restored to. */
function isInside(value: object): boolean {
  const path = String(Reflect.get(value, 'path'));
  return path
    .split('/')
    .every((name) => name !== '' && name !== '.' && name !== '..' && !/[\\\0]/.test(name));
}

function hasMembers(value: unknown, members: Readonly<Record<string, string>>): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(members).every(([name, type]) => typeof Reflect.get(value, name) === type)
  );
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}
