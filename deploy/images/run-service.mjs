/** Runs the service that SERVICE names: intake, evaluation, construction, registry, audit, or standalone for all. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const service = process.env.SERVICE ?? 'standalone';
const main = join(import.meta.dirname, 'services', service, 'dist/main.js');
if (!/^[a-z]+$/.test(service) || !existsSync(main)) {
  console.error(`SERVICE=${service} names no service of this image.`);
  process.exit(2);
}
await import(pathToFileURL(main).href);
