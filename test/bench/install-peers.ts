import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'peers');
const stamp = join(folder, 'node_modules/.installed-lock');

/** Installs the stores we compare with, unless that is done. Without them ours is measured alone. */
export function installPeers(): void {
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    return;
  }
  console.log(
    'Installing the stores to compare with (only this time; builds a native part, about a minute) …',
  );
  const { status, stderr } = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status === 0) {
    writeFileSync(stamp, hash);
  } else {
    console.error(`They could not be installed, so some comparisons will be missing.\n${stderr}`);
  }
}
