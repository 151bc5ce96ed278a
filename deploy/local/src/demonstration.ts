import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How far the demonstration case of a data folder is. */
export interface Demonstration {
  readonly run: string;
  readonly finished: boolean;
}

/**
 * The demonstration to play: a new one on an empty store, the same one again where a start was interrupted in the
 * middle of it; undefined where there is nothing to play.
 */
export function nextDemonstration(folder: string, storeIsEmpty: boolean): Demonstration | undefined {
  const file = fileOf(folder);
  const begun = existsSync(file) ? parsed(readFileSync(file, 'utf8')) : undefined;
  if (storeIsEmpty) return { run: randomBytes(3).toString('hex'), finished: false };
  return begun === undefined || begun.finished ? undefined : begun;
}

/** Notes how far the demonstration is. */
export function noteDemonstration(folder: string, demonstration: Demonstration): void {
  writeFileSync(fileOf(folder), `${JSON.stringify(demonstration)}\n`);
}

function fileOf(folder: string): string {
  return join(folder, 'demonstration.json');
}

function parsed(text: string): Demonstration | undefined {
  try {
    const { run, finished } = JSON.parse(text);
    return typeof run === 'string' && typeof finished === 'boolean' ? { run, finished } : undefined;
  } catch {
    return undefined;
  }
}
