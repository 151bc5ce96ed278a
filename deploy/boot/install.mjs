import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runQuietly } from './run.mjs';

const lock = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules/.installed-lock');
const pinnedNode = join(root, 'node_modules/node/bin/node');

function lockHash() {
  return createHash('sha256').update(readFileSync(lock)).digest('hex');
}

function isInstalled() {
  return existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();
}

/** Remembers which lock file node_modules was made from. npm calls this after every install of its own. */
export function markInstalled() {
  writeFileSync(stamp, lockHash());
}

/** Installs exactly what the lock file names, unless that is there already; returns an exit code. */
export async function installed() {
  if (isInstalled()) {
    return 0;
  }
  console.error('Installing the dependencies named in package-lock.json (about a minute, only this time).');
  // Under `npm start` the caller's own npm is used, which need not be the one in PATH.
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const code = await runQuietly('Installing', [...npm, 'ci', '--loglevel=error', '--no-audit', '--no-fund']);
  if (code === 0 && !isInstalled()) {
    console.error(
      'npm ci ran without install scripts, so the pinned Node is missing: allow scripts and repeat.',
    );
    return 1;
  }
  return code;
}
