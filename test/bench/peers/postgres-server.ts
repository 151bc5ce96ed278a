import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../engines/free-port.ts';
import { NotAvailable } from '../bench.ts';

const patienceMs = 20_000;

/** A PostgreSQL server of our own on a free port of the loopback interface. */
export interface PostgresServer {
  /** Makes a database and returns its address. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so root hands it to an account without rights. */
function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  const account = ['postgres', 'nobody'].flatMap((name) =>
    accounts.filter((line) => line.startsWith(`${name}:`)),
  )[0];
  const [, , uid, gid] = account?.split(':') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new NotAvailable('there is no account to run PostgreSQL as');
  }
  return { uid: Number(uid), gid: Number(gid) };
}

function binaries(): string {
  const newest = globSync('/usr/{lib/postgresql,pgsql,local/opt/postgresql}*/*/bin/initdb')
    .concat(globSync('/opt/homebrew/opt/postgresql*/bin/initdb'))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
  if (newest === undefined) {
    throw new NotAvailable('PostgreSQL is not installed');
  }
  return join(newest, '..');
}

/** Starts a fresh server below the folder. Throws {@link NotAvailable} where there is none. */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  const bin = binaries();
  const user = unprivilegedUser();
  const home = join(folder, 'postgres');
  const data = join(home, 'data');
  mkdirSync(home);
  chmodSync(folder, 0o755);
  if (user !== undefined) {
    chownSync(home, user.uid, user.gid);
  }
  const options = { cwd: home, ...user };
  const run = (command: string, ...args: readonly string[]) =>
    execFileSync(join(bin, command), args, { ...options, stdio: 'pipe' });

  run('initdb', '-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--no-locale');
  const port = await freePort();
  const settings = ['-h', '127.0.0.1', '-p', String(port), '-k', home];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], { ...options, stdio: 'ignore' });
  const client = ['-h', '127.0.0.1', '-p', String(port), '-U', 'bench'];
  await ready(() => run('pg_isready', ...client));
  return {
    async createDatabase(name) {
      run('createdb', ...client, name);
      return `postgresql://bench@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      // Connections a pool has not given up yet are cut off, and nobody listens to them any more.
      process.on('uncaughtException', () => undefined);
      server.kill('SIGINT');
      await once(server, 'exit');
    },
  };
}

async function ready(probe: () => unknown): Promise<void> {
  for (const deadline = performance.now() + patienceMs; ; await setTimeout(100)) {
    try {
      probe();
      return;
    } catch (error) {
      if (performance.now() > deadline) {
        throw error;
      }
    }
  }
}
