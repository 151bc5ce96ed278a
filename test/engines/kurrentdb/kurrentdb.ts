import { startContainer } from '../docker.ts';
import { NotAvailable, type Way } from '../engine.ts';

const external: Way = async () => {
  const address = process.env['KURRENTDB_URL'];
  if (!address) return undefined;
  return { name: 'kurrentdb', origin: 'external', address, details: {}, stopper: { kind: 'nothing' } };
};

const docker: Way = () =>
  startContainer({
    name: 'kurrentdb',
    image: 'docker.kurrent.io/kurrent-latest/kurrentdb:25.0',
    port: 2113,
    environment: { KURRENTDB_INSECURE: 'true', KURRENTDB_MEM_DB: 'true', KURRENTDB_RUN_PROJECTIONS: 'None' },
    address: (host, port) => `kurrentdb://${host}:${port}?tls=false`,
  });

const local: Way = async () => {
  throw new NotAvailable('there is no local recipe');
};

/** The ways to get KurrentDB, in the order they are tried. */
export const kurrentdbWays: readonly Way[] = [external, docker, local];
