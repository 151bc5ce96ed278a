import { GenericContainer, getContainerRuntimeClient, type StartedTestContainer, Wait } from 'testcontainers';
import type { Engine, EngineName } from './engine.ts';

/** What is run in Docker, and how its address is told. */
export interface ContainerRecipe {
  readonly name: EngineName;
  readonly image: string;
  readonly port: number;
  /** Port on this machine; needed by servers that tell clients their own address. */
  readonly fixedPort?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  address(host: string, port: number): string;
  readonly details?: Readonly<Record<string, string>>;
}

/** Starts a container; `undefined` when no Docker engine answers. It lives until it is stopped by its id. */
export async function startContainer(recipe: ContainerRecipe): Promise<Engine | undefined> {
  // The reaper would remove the container with this process; `engines down` removes it instead.
  process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
  try {
    await getContainerRuntimeClient();
  } catch {
    return undefined;
  }
  const started = await container(recipe).start();
  return {
    name: recipe.name,
    origin: 'docker',
    address: recipe.address(started.getHost(), mappedPort(started, recipe)),
    details: recipe.details ?? {},
    stopper: { kind: 'container', id: started.getId() },
  };
}

/** Stops and removes a container that may be gone already. */
export async function removeContainer(id: string): Promise<void> {
  const { container: containers } = await getContainerRuntimeClient();
  const found = containers.getById(id);
  await containers.stop(found, { timeout: 10_000 }).catch(() => undefined);
  await containers.remove(found, { removeVolumes: true }).catch(() => undefined);
}

function container({ image, port, fixedPort, environment, command }: ContainerRecipe): GenericContainer {
  const made = new GenericContainer(image)
    .withExposedPorts(fixedPort === undefined ? port : { container: port, host: fixedPort })
    .withEnvironment({ ...environment })
    .withWaitStrategy(Wait.forListeningPorts());
  return command === undefined ? made : made.withCommand([...command]);
}

function mappedPort(started: StartedTestContainer, { port }: ContainerRecipe): number {
  return started.getMappedPort(port);
}
