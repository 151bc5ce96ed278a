import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '../../node_modules/.cache/iic-engines');

/** A folder that is kept between runs and never committed. */
export function cacheFolder(...parts: readonly string[]): string {
  const folder = join(cache, ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A file of a recipe. */
export function recipeFile(...parts: readonly string[]): string {
  return join(import.meta.dirname, ...parts);
}
