import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host } from './host.ts';
import { answerUnparsable } from './http/unparsable-request.ts';
import { platformRoutes } from './platform-routes.ts';
import { createHost } from './process-host.ts';
import { guardStores } from './recovery/guard-stores.ts';
import type { ServiceDefinition } from './service-definition.ts';
import type { ServiceRuntime } from './service-runtime.ts';
import type { Settings } from './settings.ts';
import { openService, type RunningService, startService } from './start-service.ts';
import { startTracing } from './tracing.ts';

/** Services behind one origin. */
export interface Platform {
  /** `http://host:port`. */
  readonly url: string;
  readonly services: readonly RunningService[];
  /** Stops taking requests, drains, closes the stores. */
  close(): Promise<void>;
}

/**
 * Starts services in this process behind one origin: the first path segment chooses the service, everything
 * else (health, metrics, API description) is answered for all of them.
 */
export async function startPlatform(
  definitions: readonly ServiceDefinition[],
  settings: Settings,
): Promise<Platform> {
  const stopTracing = await startTracing(settings.traces);
  const host = await createHost(settings);
  const services: RunningService[] = [];
  const waiting: ServiceRuntime[] = [];
  try {
    waiting.push(...(await openServices(definitions, host)));
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      services.push(await startService(next));
    }
    const own = await platformRoutes(services, host);
    const bySegment = new Map(
      services.flatMap((service) =>
        [service.runtime.name, ...(service.runtime.definition.rootRoutes ?? [])].map(
          (segment) => [segment, service] as const,
        ),
      ),
    );
    const server = createServer((request, response) => {
      const segment = /^\/([^/?]*)/.exec(request.url ?? '')?.[1] ?? '';
      const service = bySegment.get(segment);
      if (service === undefined) own.routing(request, response);
      else service.handle(request, response);
    });
    server.on('clientError', answerUnparsable);
    const url = await listen(server, settings);
    return {
      url,
      services,
      async close() {
        for (const { runtime } of services) runtime.drain();
        await stopListening(server);
        await own.close();
        await closeAll(services);
        await stopTracing();
      },
    };
  } catch (error) {
    await closeAll(services);
    await Promise.all(waiting.map((runtime) => runtime.close()));
    throw error;
  }
}

/** Opens the stores of all services before any starts, so that nobody consumes what a restored store has lost. */
async function openServices(
  definitions: readonly ServiceDefinition[],
  host: Host,
): Promise<readonly ServiceRuntime[]> {
  const runtimes: ServiceRuntime[] = [];
  try {
    for (const definition of definitions) runtimes.push(await openService(definition, host));
    await guardStores(runtimes, host.settings.recover);
    return runtimes;
  } catch (error) {
    await Promise.all(runtimes.map((runtime) => runtime.close()));
    throw error;
  }
}

async function closeAll(services: readonly RunningService[]): Promise<void> {
  await Promise.all(services.map((service) => service.close()));
}

function listen(server: Server, { port, host }: Settings): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(inWords(error, port)));
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      resolve(`http://${name}:${address.port}`);
    });
  });
}

function inWords(error: Error, port: number): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error;
  return new Error(
    `Port ${port} is in use. Stop what listens there, or set PORT to another; PORT=0 takes a free one.`,
    { cause: error },
  );
}

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
