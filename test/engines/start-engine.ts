import { removeContainer } from './docker.ts';
import {
  type Engine,
  type EngineName,
  engineVariables,
  NotAvailable,
  type Tell,
  type Way,
} from './engine.ts';
import { kafkaWays } from './kafka/kafka.ts';
import { kurrentdbWays } from './kurrentdb/kurrentdb.ts';
import { mongodbWays } from './mongodb/mongodb.ts';
import { s3Ways } from './s3/s3.ts';
import { endServer, isAlive } from './server-end.ts';

const ways: Readonly<Record<EngineName, readonly Way[]>> = {
  kafka: kafkaWays,
  mongodb: mongodbWays,
  kurrentdb: kurrentdbWays,
  s3: s3Ways,
};

/** The first way that gives an engine. Throws {@link NotAvailable}, with what each way said, when none does. */
export async function firstOf(
  name: EngineName,
  candidates: readonly Way[],
  tell: Tell = () => undefined,
): Promise<Engine> {
  const reasons: string[] = [];
  for (const way of candidates) {
    try {
      const engine = await way(tell);
      if (engine !== undefined) return engine;
    } catch (error) {
      if (!(error instanceof NotAvailable)) throw error;
      reasons.push(error.message);
    }
  }
  const why = reasons.length > 0 ? reasons.join('; ') : `there is no way to get ${name} here`;
  throw new NotAvailable(`${why}; set ${engineVariables[name]} to one that runs, or start Docker`);
}

/** Gets an engine: from the environment, from Docker, or by the local recipe. Throws {@link NotAvailable}. */
export function startEngine(name: EngineName, tell?: Tell): Promise<Engine> {
  return firstOf(name, ways[name], tell);
}

/** Stops what was started; does nothing to an engine that was given. */
export async function stopEngine({ stopper }: Engine): Promise<void> {
  switch (stopper.kind) {
    case 'process':
      return endServer(stopper);
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
