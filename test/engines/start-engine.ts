import { removeContainer } from './docker.ts';
import { type Engine, type EngineName, NotAvailable, type Tell, type Way } from './engine.ts';
import { kafkaWays } from './kafka/kafka.ts';
import { kurrentdbWays } from './kurrentdb/kurrentdb.ts';
import { mongodbWays } from './mongodb/mongodb.ts';
import { s3Ways } from './s3/s3.ts';

const ways: Readonly<Record<EngineName, readonly Way[]>> = {
  kafka: kafkaWays,
  mongodb: mongodbWays,
  kurrentdb: kurrentdbWays,
  s3: s3Ways,
};

/** The first way that gives an engine. Throws {@link NotAvailable} when none does. */
export async function firstOf(
  name: EngineName,
  candidates: readonly Way[],
  tell: Tell = () => undefined,
): Promise<Engine> {
  for (const way of candidates) {
    const engine = await way(tell);
    if (engine !== undefined) return engine;
  }
  throw new NotAvailable(`there is no way to get ${name} here`);
}

/** Gets an engine: from the environment, from Docker, or by the local recipe. Throws {@link NotAvailable}. */
export function startEngine(name: EngineName, tell?: Tell): Promise<Engine> {
  return firstOf(name, ways[name], tell);
}

/** Stops what was started; does nothing to an engine that was given. */
export async function stopEngine({ stopper }: Engine): Promise<void> {
  switch (stopper.kind) {
    case 'process':
      if (isAlive(stopper.pid)) process.kill(stopper.pid, 'SIGTERM');
      return;
    case 'container':
      return removeContainer(stopper.id);
    case 'nothing':
      return;
  }
}

/** Whether an engine that was started is still there. */
export function isRunning({ stopper }: Engine): boolean {
  return stopper.kind !== 'process' || isAlive(stopper.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
