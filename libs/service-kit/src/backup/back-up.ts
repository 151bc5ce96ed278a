import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { checkDatabase, inspectStore, systemClock, withSnapshots } from '@iic/event-sourcing';
import { productVersion } from '../product-version.ts';
import { BackupRefused } from './backup-refused.ts';
import { findDataFiles, findSource, isEmpty, isMissing } from './data-files.ts';
import { contentOf, copyHashed } from './hashed-copy.ts';
import {
  type BackedUpFile,
  type BackedUpStore,
  type BackupManifest,
  type KeyManifest,
  writeManifest,
} from './manifest.ts';

/** What is backed up, and where to. */
export interface BackupOrder {
  /** Data folder of a platform, running or not. */
  readonly data: string;
  /** New or empty folder. */
  readonly to: string;
  /** New or empty folder for the keys; default the folder `keys` in `to`. */
  readonly keysTo?: string;
}

/**
 * Copies a data folder while the platform may run: all stores as they were at one common moment, the attachments
 * they name, then the keys. Every copied store is read through. Throws {@link BackupRefused}, `StoreDamaged` and
 * `StoresBusy`; then nothing is left behind.
 */
export async function backUp({ data, to, keysTo }: BackupOrder): Promise<BackupManifest> {
  for (const folder of [to, ...(keysTo === undefined ? [] : [keysTo])]) await mustBeFree(folder, data);
  if (keysTo !== undefined) mustBeApart(to, keysTo);
  const id = randomUUID();
  const work = `${to}.unfinished-${id}`;
  const keyWork = keysTo === undefined ? join(work, 'keys') : `${keysTo}.unfinished-${id}`;
  const made = [work, keyWork];
  try {
    for (const folder of made) await mkdir(folder, { recursive: true, mode: 0o700 });
    const manifest = await copyStores(data, work, id);
    await copyKeys(data, keyWork, manifest);
    // Whoever finds the stores finds the keys.
    if (keysTo !== undefined) {
      await rename(keyWork, keysTo);
      made.push(keysTo);
    }
    await rename(work, to);
    return manifest;
  } catch (error) {
    for (const folder of made) await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function mustBeFree(folder: string, data: string): Promise<void> {
  if (!(await isEmpty(folder))) throw new BackupRefused('target-not-empty', `${folder} is not empty.`);
  if (isOutside(data, folder)) return;
  throw new BackupRefused(
    'target-in-source',
    `${folder} lies in ${data}: the next backup would hold this one.`,
  );
}

function mustBeApart(to: string, keysTo: string): void {
  if (isOutside(to, keysTo) && isOutside(keysTo, to)) return;
  throw new BackupRefused(
    'targets-overlap',
    `The keys (${keysTo}) and the rest (${to}) must lie apart, or leave the folder of the keys out.`,
  );
}

function isOutside(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way.startsWith('..') || isAbsolute(way);
}

async function copyStores(data: string, work: string, backup: string): Promise<BackupManifest> {
  const { databases } = await findDataFiles(data);
  if (!databases.some((path) => findSource(path) !== undefined)) {
    throw new BackupRefused('no-data', `${data} holds no event store: it is no data folder of the platform.`);
  }
  // Before and after: an attachment may be removed meanwhile, or stored with an event that is in the copy.
  const others = new Map<string, BackedUpFile>();
  await copyOthers(data, work, others);
  const takenAt = await copyDatabases(data, work, databases);
  await copyOthers(data, work, others);
  const copied = await Promise.all(databases.map((path) => fileOf(work, path)));
  const manifest: BackupManifest = {
    format: 1,
    backup,
    takenAt,
    product: productVersion,
    stores: databases.flatMap((path) => storeOf(work, path)),
    files: [...copied, ...others.values()],
  };
  await writeManifest(work, manifest);
  return manifest;
}

async function copyKeys(data: string, work: string, { backup, stores }: BackupManifest): Promise<void> {
  const { keyDatabases, keyFiles } = await findDataFiles(data);
  const takenAt = await copyDatabases(data, work, keyDatabases);
  for (const path of keyDatabases) checkDatabase(join(work, path));
  const files = await Promise.all(keyDatabases.map((path) => fileOf(work, path)));
  for (const path of keyFiles)
    files.push({ path, ...(await copyHashed(join(data, path), join(work, path))) });
  const origins = stores.map(({ source, first }) => ({ source, first: first ?? null }));
  const manifest: KeyManifest = { format: 1, backup, takenAt, files, stores: origins };
  await writeManifest(work, manifest);
}

async function copyDatabases(data: string, work: string, paths: readonly string[]): Promise<string> {
  for (const path of paths) await mkdir(dirname(join(work, path)), { recursive: true, mode: 0o700 });
  return withSnapshots(
    paths.map((path) => join(data, path)),
    async (snapshots) => {
      const takenAt = systemClock.now();
      for (const [index, path] of paths.entries()) await snapshots[index]?.copyTo(join(work, path));
      return takenAt;
    },
  );
}

async function copyOthers(data: string, work: string, done: Map<string, BackedUpFile>): Promise<void> {
  for (const path of (await findDataFiles(data)).others) {
    if (done.has(path)) continue;
    const content = await copyUnlessGone(join(data, path), join(work, path));
    if (content !== undefined) done.set(path, { path, ...content });
  }
}

/** What is not named by any event may be swept away at any time. */
async function copyUnlessGone(source: string, target: string) {
  try {
    return await copyHashed(source, target);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await rm(target, { force: true });
    return undefined;
  }
}

async function fileOf(work: string, path: string): Promise<BackedUpFile> {
  return { path, ...(await contentOf(join(work, path))) };
}

function storeOf(work: string, path: string): readonly BackedUpStore[] {
  const source = findSource(path);
  if (source === undefined) {
    checkDatabase(join(work, path));
    return [];
  }
  return [{ source, path, ...inspectStore(join(work, path)) }];
}
