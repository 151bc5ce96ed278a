import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import {
  type DeadlineOptions,
  type EventVersions,
  SqliteDeadlines,
  type StoredEvent,
} from '@iic/event-sourcing';
import { Relay } from '@iic/messaging';
import { Module, RequestMethod } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Logger } from 'nestjs-pino';
import type { Outlet, OutletStatus } from './engines/carriage.ts';
import { openStores } from './engines/open-stores.ts';
import { publishedLogs } from './engines/published-logs.ts';
import type { Host } from './host.ts';
import { answerBadUrl } from './http/bad-url.ts';
import { takeJsonBodies } from './http/json-body.ts';
import { openApiDocument } from './http/openapi.ts';
import { type Route, routeTable } from './http/route-table.ts';
import { requestValidation } from './http/validation.ts';
import { KitModule } from './kit.module.ts';
import { securitySource } from './security-log.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { ServiceRuntime, serviceFolder } from './service-runtime.ts';

/** A service that answers. */
export interface RunningService {
  readonly runtime: ServiceRuntime;
  readonly routes: readonly Route[];
  readonly openApi: OpenAPIObject;
  /** How far its logs are published; empty where consumers read the logs themselves. */
  outlets(): readonly OutletStatus[];
  /** Handles a request to one of its paths. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Finishes what is under way, saves checkpoints, closes the stores. */
  close(): Promise<void>;
}

const bodyLimit = 8 * 1024 * 1024;

/** Opens the stores of a service. Throws `StoreInUse`. */
export async function openService(definition: ServiceDefinition, host: Host): Promise<ServiceRuntime> {
  const stores = await openStores(host.settings.engines, {
    service: definition.name,
    securitySource: securitySource(definition.name),
    folder: serviceFolder(host, definition),
  });
  return new ServiceRuntime(definition, host, stores);
}

/** What runs on the stores of a service, as far as it was started. */
interface Parts {
  app?: NestFastifyApplication;
  deadlines?: SqliteDeadlines | undefined;
  relays: readonly OpenRelay[];
}

/**
 * Boots an opened service within a process. Throws when it must not run (settings, routes, missing topics), and then
 * has closed it.
 */
export async function startService(runtime: ServiceRuntime): Promise<RunningService> {
  const parts: Parts = { relays: [] };
  try {
    return await boot(runtime, parts);
  } catch (error) {
    // Why it cannot start says more than what went wrong in closing it.
    await closeService(runtime, parts).catch(() => undefined);
    throw error;
  }
}

async function boot(runtime: ServiceRuntime, parts: Parts): Promise<RunningService> {
  const { definition } = runtime;
  await observeNewestEvent(runtime);
  const app = await createApplication(runtime, parts);
  const rootRoutes = definition.rootRoutes ?? [];
  const routes = routeTable(app.get(ModulesContainer), definition.name, rootRoutes);
  const deadlines = openDeadlines(runtime);
  parts.deadlines = deadlines;
  await app.startAllMicroservices();
  const relays = openRelays(runtime);
  parts.relays = relays;
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await runtime.projections.start();
  await deadlines?.forgetBeyond(await runtime.store.head());
  deadlines?.start();
  return {
    runtime,
    routes,
    outlets: () => relays.flatMap(({ outlet }) => outlet.status() ?? []),
    openApi: openApiDocument(app, definition.name, routes, runtime.problems),
    handle: (request, response) => app.getHttpAdapter().getInstance().routing(request, response),
    close: () => closeService(runtime, parts),
  };
}

/** Closes one part after the other, the stores last, whatever goes wrong with one. Rejects with the first reason. */
async function closeService(runtime: ServiceRuntime, { app, deadlines, relays }: Parts): Promise<void> {
  const reasons: unknown[] = [];
  for (const close of [
    () => app?.close(),
    () => deadlines?.close(),
    () => runtime.projections.stop(),
    () => Promise.all(relays.map(({ outlet }) => outlet.close())),
    () => Promise.all(relays.map(({ relay }) => relay.close())),
    () => runtime.close(),
  ]) {
    try {
      await close();
    } catch (reason) {
      reasons.push(reason);
    }
  }
  if (reasons.length > 0) throw reasons[0];
}

async function observeNewestEvent({ store, host }: ServiceRuntime): Promise<void> {
  const [newest] = await store.readAll(Math.max((await store.head()) - 1, 0), 1);
  if (newest !== undefined) host.clock.observe(newest.envelope.recordedAt);
}

async function createApplication(runtime: ServiceRuntime, parts: Parts): Promise<NestFastifyApplication> {
  const { definition, host } = runtime;

  @Module({ imports: [KitModule.for(runtime), definition.module] })
  class ServiceRoot {}

  const app = await NestFactory.create<NestFastifyApplication>(
    ServiceRoot,
    new FastifyAdapter({ bodyLimit, frameworkErrors: answerBadUrl }),
    {
      bufferLogs: true,
      abortOnError: false,
      // Nest's own parsers would also take forms.
      bodyParser: false,
    },
  );
  parts.app = app;
  const server = app.getHttpAdapter().getInstance();
  server.removeContentTypeParser('text/plain');
  takeJsonBodies(server);
  app.useLogger(app.get(Logger));
  app.useGlobalPipes(requestValidation());
  app.setGlobalPrefix(definition.name, {
    exclude: (definition.rootRoutes ?? []).flatMap((root) => [
      { path: root, method: RequestMethod.ALL },
      { path: `${root}/*path`, method: RequestMethod.ALL },
    ]),
  });
  const { beforeAcknowledge, ...consumes } = definition.consumes;
  const transport = host.carriage.transport(
    {
      ...consumes,
      ...(beforeAcknowledge === undefined ? {} : { beforeAcknowledge: () => beforeAcknowledge(app) }),
      group: definition.name,
      state: runtime.consumers,
    },
    publishedLogs(definition),
  );
  runtime.connect(transport);
  app.connectMicroservice({ strategy: transport }, { inheritAppConfig: true });
  observeRequests(app, runtime);
  return app;
}

interface OpenRelay {
  readonly relay: Relay;
  readonly outlet: Outlet;
}

function openRelays(runtime: ServiceRuntime): readonly OpenRelay[] {
  const { store, security, definition, host } = runtime;
  return publishedLogs(definition).map(({ source, channels }) => {
    const own = source === definition.name;
    const relay = new Relay({
      service: source,
      store: own ? store : security.store,
      contracts: own ? definition.contracts : [],
    });
    if (own) runtime.publish(relay);
    return { relay, outlet: host.carriage.publish(relay, channels, runtime.leases) };
  });
}

function openDeadlines(runtime: ServiceRuntime): SqliteDeadlines | undefined {
  const rules = runtime.definition.deadlines;
  if (rules === undefined) return undefined;
  const options: DeadlineOptions = {
    store: runtime.store,
    clock: runtime.host.clock,
    changes: (event) => rules.changes(inCurrentVersion(event, runtime.versions)),
    fire: (deadline) => rules.fire(deadline, runtime),
    followFailed: (reason) => runtime.log.error({ err: reason }, 'deadlines cannot follow the log'),
    failed: (deadline, reason) =>
      runtime.log.error({ err: reason, deadline: deadline.id }, 'deadline failed'),
  };
  return SqliteDeadlines.open(join(runtime.folder, 'deadlines.sqlite'), options);
}

function inCurrentVersion(event: StoredEvent, versions: EventVersions): StoredEvent {
  const { envelope } = event;
  const schemaVersion = versions.current(envelope.type);
  return { ...event, envelope: { ...envelope, schemaVersion, data: versions.dataOf(envelope) } };
}

function observeRequests(app: NestFastifyApplication, { name, host }: ServiceRuntime): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const status = `${Math.floor(reply.statusCode / 100)}xx`;
      host.metrics.requests.observe(
        { service: name, method: request.method, status },
        reply.elapsedTime / 1000,
      );
      done();
    });
}
