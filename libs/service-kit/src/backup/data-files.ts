import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { securitySource } from '../security-log.ts';

/** The files of a data folder, by how they are copied. Paths are relative to it, with `/`. */
export interface DataFiles {
  readonly databases: readonly string[];
  readonly keyDatabases: readonly string[];
  /** Key files that are no databases. */
  readonly keyFiles: readonly string[];
  /** Files that are written once and never changed, such as attachments. */
  readonly others: readonly string[];
}

/**
 * What comes and goes with a process: locks, write-ahead logs, uploads under way, what is logged; and the name of a
 * trial's topics, under which a restored copy would take messages from the platform it is a copy of.
 */
const passing = /\.(lock|part|log|probe)$|-(wal|shm|journal)$|^trial-prefix$/;
const keyFiles = ['development-issuer.json'];

/** Finds the files of a data folder; none when there is no such folder. */
export async function findDataFiles(folder: string): Promise<DataFiles> {
  const files = (await filesIn(folder)).filter((path) => !passing.test(basename(path)));
  const isKey = (path: string) => basename(path) === 'keys.sqlite' || keyFiles.includes(path);
  const isDatabase = (path: string) => path.endsWith('.sqlite');
  return {
    databases: files.filter((path) => isDatabase(path) && !isKey(path)),
    keyDatabases: files.filter((path) => isDatabase(path) && isKey(path)),
    keyFiles: files.filter((path) => !isDatabase(path) && isKey(path)),
    others: files.filter((path) => !isDatabase(path) && !isKey(path)),
  };
}

/** The source whose events a database of a data folder holds; undefined when it is no event store. */
export function findSource(path: string): string | undefined {
  const service = dirname(path);
  if (basename(path) === 'events.sqlite') return service;
  return basename(path) === 'security.sqlite' ? securitySource(service) : undefined;
}

/** Whether there is nothing in a folder, or no folder. */
export async function isEmpty(folder: string): Promise<boolean> {
  return (await entriesIn(folder, false)).length === 0;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  return (await entriesIn(folder, true))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

async function entriesIn(folder: string, recursive: boolean) {
  try {
    return await readdir(folder, { recursive, withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Whether a file operation failed because there is no such file. */
export function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
