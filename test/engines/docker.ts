import type { GenericContainer, StartedTestContainer } from 'testcontainers';
import { type Engine, type EngineName, NotAvailable } from './engine.ts';

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

/**
 * Starts a container; `undefined` when no Docker engine answers. It lives until it is stopped by its id. Throws
 * {@link NotAvailable} when Docker cannot run it.
 */
export async function startContainer(recipe: ContainerRecipe): Promise<Engine | undefined> {
  // The reaper would remove the container with this process; `engines down` removes it instead.
  process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
  // Loaded only when an engine is to be started: every test worker comes by here.
  const { getContainerRuntimeClient } = await import('testcontainers');
  try {
    await getContainerRuntimeClient();
  } catch {
    return undefined;
  }
  const started = await run(recipe);
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
  const { getContainerRuntimeClient } = await import('testcontainers');
  const { container: containers } = await getContainerRuntimeClient();
  const found = containers.getById(id);
  await containers.stop(found, { timeout: 10_000 }).catch(() => undefined);
  await containers.remove(found, { removeVolumes: true }).catch(() => undefined);
}

async function run(recipe: ContainerRecipe): Promise<StartedTestContainer> {
  try {
    return await (await container(recipe)).start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NotAvailable(`Docker cannot run ${recipe.image}: ${reason}`);
  }
}

async function container({
  image,
  port,
  fixedPort,
  environment,
  command,
}: ContainerRecipe): Promise<GenericContainer> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const made = new GenericContainer(image)
    .withExposedPorts(fixedPort === undefined ? port : { container: port, host: fixedPort })
    .withEnvironment({ ...environment })
    .withWaitStrategy(Wait.forListeningPorts());
  return command === undefined ? made : made.withCommand([...command]);
}

function mappedPort(started: StartedTestContainer, { port }: ContainerRecipe): number {
  return started.getMappedPort(port);
}
