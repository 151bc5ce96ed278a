import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inspectStore } from '@iic/event-sourcing';
import { BackupRefused } from './backup-refused.ts';
import { isEmpty } from './data-files.ts';
import { contentOf, copyHashed } from './hashed-copy.ts';
import {
  type BackupManifest,
  type KeyManifest,
  type PartManifest,
  readBackupManifest,
  readKeyManifest,
} from './manifest.ts';

/** What is restored, and where to. */
export interface RestoreOrder {
  readonly from: string;
  /** The part with the keys; default the folder `keys` in `from`. It may be of a later backup than `from`. */
  readonly keys?: string;
  /** New or empty data folder. */
  readonly data: string;
}

/**
 * Makes a data folder from a backup. Everything is verified before anything is written: every file against its
 * hash, every event against its leaf, every store against the manifest. Throws {@link BackupRefused} and
 * `StoreDamaged`; then nothing is left behind.
 */
export async function restore({
  from,
  keys = join(from, 'keys'),
  data,
}: RestoreOrder): Promise<BackupManifest> {
  if (!(await isEmpty(data))) {
    throw new BackupRefused('target-not-empty', `${data} is not empty. Restore to a new folder.`);
  }
  const manifest = await readBackupManifest(from);
  const keyManifest = await readKeyManifest(keys);
  if (keyManifest.takenAt < manifest.takenAt) {
    throw new BackupRefused(
      'backup-incomplete',
      `The keys in ${keys} are older than the stores in ${from}, so some may be missing. Use those of the same backup or later ones.`,
    );
  }
  await verify(from, manifest);
  await verify(keys, keyManifest);
  verifyStores(from, manifest);
  verifyKeysBelong(keys, keyManifest, manifest);
  const work = `${data}.unfinished-${randomUUID()}`;
  try {
    await mkdir(work, { recursive: true, mode: 0o700 });
    await copyPart(from, manifest, work);
    await copyPart(keys, keyManifest, work);
    await mkdir(dirname(data), { recursive: true });
    await rename(work, data);
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
  return manifest;
}

async function verify(part: string, { files }: PartManifest): Promise<void> {
  for (const { path, sha256 } of files) {
    const found = await contentOf(join(part, path)).catch(() => undefined);
    if (found === undefined) throw new BackupRefused('backup-incomplete', `${join(part, path)} is missing.`);
    if (found.sha256 !== sha256) throw altered(join(part, path));
  }
}

function verifyStores(from: string, { stores, files }: BackupManifest): void {
  const listed = new Set(files.map(({ path }) => path));
  for (const { path, source, head, leaf } of stores) {
    const found = listed.has(path) ? inspectStore(join(from, path)) : undefined;
    if (found?.head === head && found.leaf === leaf) continue;
    throw new BackupRefused(
      'backup-damaged',
      `The store of ${source} ends at ${found?.head ?? 0}, not at ${head} with the leaf the manifest names.`,
    );
  }
}

/** Keys of another platform open nothing here, and would only show when somebody is asked for. */
function verifyKeysBelong(
  keys: string,
  { stores: theirs = [] }: KeyManifest,
  { stores }: BackupManifest,
): void {
  for (const { source, first } of stores) {
    const named = theirs.find((store) => store.source === source)?.first;
    // A store that was empty, or a release that did not say, tells nothing; keys are never older than the stores.
    if (typeof first !== 'string' || named === undefined || named === first) continue;
    throw new BackupRefused(
      'keys-of-another',
      `The keys in ${keys} belong to another platform: its log of ${source} begins with another event.`,
    );
  }
}

async function copyPart(part: string, { files }: PartManifest, work: string): Promise<void> {
  for (const { path, sha256 } of files) {
    const copied = await copyHashed(join(part, path), join(work, path));
    if (copied.sha256 !== sha256) throw altered(join(part, path));
  }
}

function altered(file: string): BackupRefused {
  return new BackupRefused('backup-damaged', `${file} is not what was backed up: its hash is another.`);
}
