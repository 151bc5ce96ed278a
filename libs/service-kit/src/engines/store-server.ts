import { setTimeout as wait } from 'node:timers/promises';

/** A server that keeps stores of a service. */
export interface StoreServer {
  /** What people call it. */
  readonly name: string;
  /** What cannot be done while it is away. */
  readonly neededFor: 'commands' | 'queries';
  /** Asks it something small; rejects, or never answers, when it is away. */
  ping(): Promise<void>;
}

/** Whether a server answered just now. */
export interface ServerStatus {
  readonly name: string;
  readonly neededFor: StoreServer['neededFor'];
  readonly reachable: boolean;
}

const patience = 2_000;

/** Asks every server at once and waits for each at most two seconds. */
export function askServers(servers: readonly StoreServer[]): Promise<readonly ServerStatus[]> {
  return Promise.all(
    servers.map(async (server) => ({
      name: server.name,
      neededFor: server.neededFor,
      reachable: await answers(server),
    })),
  );
}

async function answers(server: StoreServer): Promise<boolean> {
  const timer = new AbortController();
  const late = wait(patience, false, { signal: timer.signal, ref: false }).catch(() => false);
  const answered = server.ping().then(
    () => true,
    () => false,
  );
  const reachable = await Promise.race([answered, late]);
  timer.abort();
  return reachable;
}
