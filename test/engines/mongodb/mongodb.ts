import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startContainer } from '../docker.ts';
import type { Way } from '../engine.ts';
import { cacheFolder, recipeFile } from '../paths.ts';
import { runToolTwice } from '../run-tool.ts';
import { freePort, startServer, temporaryFolder } from '../server.ts';

const ferretVersion = '1.24.2';

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
  const program = join(cacheFolder('ferretdb', ferretVersion), 'ferretdb');
  if (!existsSync(program)) {
    tell('building FerretDB (about a minute and a half, only this time)');
    await runToolTwice('go', ['build', '-o', program, '.'], {
      cwd: recipeFile('mongodb', 'ferretdb'),
      environment: { GOFLAGS: '-mod=readonly' },
    });
  }
  const folder = temporaryFolder('ferretdb');
  const port = await freePort();
  const pid = await startServer(program, [`127.0.0.1:${port}`, folder], {
    folder,
    port,
    environment: { DO_NOT_TRACK: '1' },
  });
  return {
    name: 'mongodb',
    origin: 'local',
    address: `mongodb://127.0.0.1:${port}/`,
    details: { server: `FerretDB ${ferretVersion}` },
    stopper: { kind: 'process', pid, folder },
  };
};

/** The ways to get a server of the MongoDB protocol, in the order they are tried. */
export const mongodbWays: readonly Way[] = [external, docker, local];
