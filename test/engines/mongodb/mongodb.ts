import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startContainer } from '../docker.ts';
import type { Tell, Way } from '../engine.ts';
import { freePort } from '../free-port.ts';
import { cacheFolder, recipeFile } from '../paths.ts';
import { RestartableServer } from '../restartable-server.ts';
import { runToolTwice } from '../run-tool.ts';
import { startServer, temporaryFolder } from '../server.ts';

const ferretVersion = '1.24.2';
const environment = { DO_NOT_TRACK: '1' };

const external: Way = async () => {
  const address = process.env['MONGODB_URL'];
  if (!address) return undefined;
  return {
    name: 'mongodb',
    origin: 'external',
    address,
    details: { server: 'as given' },
    stopper: { kind: 'nothing' },
  };
};

const docker: Way = () =>
  startContainer({
    name: 'mongodb',
    image: 'mongo:7.0',
    port: 27_017,
    address: (host, port) => `mongodb://${host}:${port}/`,
    details: { server: 'MongoDB 7.0' },
  });

/** FerretDB over SQLite speaks the MongoDB protocol; a stand-in for tests. Needs Go. */
const local: Way = async (tell) => {
  const program = await buildFerret(tell);
  const folder = temporaryFolder('ferretdb');
  const port = await freePort();
  const pid = await startServer(program, [`127.0.0.1:${port}`, folder], { folder, port, environment });
  return {
    name: 'mongodb',
    origin: 'local',
    address: `mongodb://127.0.0.1:${port}/`,
    details: { server: `FerretDB ${ferretVersion}` },
    stopper: { kind: 'process', pid, folder },
  };
};

/** A FerretDB for one test alone, not yet started. Throws `NotAvailable`. */
export async function restartableMongodb(): Promise<RestartableServer> {
  const program = await buildFerret(() => undefined);
  const folder = temporaryFolder('ferretdb');
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  return new RestartableServer(
    program,
    [address, folder],
    { folder, port, environment },
    `mongodb://${address}/`,
  );
}

async function buildFerret(tell: Tell): Promise<string> {
  const program = join(cacheFolder('ferretdb', ferretVersion), 'ferretdb');
  if (!existsSync(program)) {
    tell('building FerretDB (about a minute and a half, only this time)');
    await runToolTwice('go', ['build', '-o', program, '.'], {
      cwd: recipeFile('mongodb', 'ferretdb'),
      environment: { GOFLAGS: '-mod=readonly' },
    });
  }
  return program;
}

/** The ways to get a server of the MongoDB protocol, in the order they are tried. */
export const mongodbWays: readonly Way[] = [external, docker, local];
