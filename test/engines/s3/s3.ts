import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startContainer } from '../docker.ts';
import type { Way } from '../engine.ts';
import { freePort } from '../free-port.ts';
import { cacheFolder } from '../paths.ts';
import { runToolTwice } from '../run-tool.ts';
import { startServer, temporaryFolder } from '../server.ts';

const version = 'v1.8.0';
const accessKey = 'test-access';
const secretKey = 'test-secret';
const details = { accessKey, secretKey, region: 'us-east-1' };

const external: Way = async () => {
  const address = process.env['S3_ENDPOINT'];
  if (!address) return undefined;
  return {
    name: 's3',
    origin: 'external',
    address,
    details: {
      accessKey: process.env['S3_ACCESS_KEY'] ?? '',
      secretKey: process.env['S3_SECRET_KEY'] ?? '',
      region: process.env['S3_REGION'] ?? details.region,
    },
    stopper: { kind: 'nothing' },
  };
};

const docker: Way = () =>
  startContainer({
    name: 's3',
    image: `versity/versitygw:${version}`,
    port: 7070,
    environment: { ROOT_ACCESS_KEY: accessKey, ROOT_SECRET_KEY: secretKey },
    command: ['posix', '/tmp'],
    address: (host, port) => `http://${host}:${port}`,
    details,
  });

/** The Versity gateway serves a folder by the S3 protocol. Needs Go. */
const local: Way = async (tell) => {
  const folder = cacheFolder('versitygw', version);
  const program = join(folder, 'versitygw');
  if (!existsSync(program)) {
    tell('building an S3 server (about two minutes, only this time)');
    await runToolTwice('go', ['install', `github.com/versity/versitygw/cmd/versitygw@${version}`], {
      cwd: folder,
      environment: { GOBIN: folder },
    });
  }
  const home = temporaryFolder('s3');
  const buckets = join(home, 'buckets');
  mkdirSync(buckets);
  const port = await freePort();
  const pid = await startServer(program, ['--port', `127.0.0.1:${port}`, '--quiet', 'posix', buckets], {
    folder: home,
    port,
    environment: { ROOT_ACCESS_KEY: accessKey, ROOT_SECRET_KEY: secretKey },
  });
  return {
    name: 's3',
    origin: 'local',
    address: `http://127.0.0.1:${port}`,
    details,
    stopper: { kind: 'process', pid, folder: home },
  };
};

/** The ways to get a server of the S3 protocol, in the order they are tried. */
export const s3Ways: readonly Way[] = [external, docker, local];
