import type { IncomingMessage, ServerResponse } from 'node:http';
import { asyncApiDocument } from '@iic/messaging';
import { fastify } from 'fastify';
import { serveApiPage } from './api-page.ts';
import { healthOf, readinessProbe } from './health.ts';
import type { Host } from './host.ts';
import { answerBadUrl } from './http/bad-url.ts';
import { kitProblems } from './http/kit-problems.ts';
import { languageOf } from './http/language.ts';
import { problemBody } from './http/problem.ts';
import { mergeDocuments } from './merge-documents.ts';
import { observeLags } from './observe-lags.ts';
import type { RunningService } from './start-service.ts';

/** The routes a process answers itself. */
export interface PlatformRoutes {
  routing(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

/** Health, metrics and the API description of all services of a process. */
export async function platformRoutes(
  services: readonly RunningService[],
  host: Host,
): Promise<PlatformRoutes> {
  const document = mergeDocuments(services.map((service) => service.openApi));
  const events = asyncApiDocument(services.flatMap(({ runtime }) => runtime.definition.contracts));
  const probe = readinessProbe(services);
  const app = fastify({ frameworkErrors: answerBadUrl });
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const obstacles = await probe();
    reply.status(obstacles.length === 0 ? 200 : 503);
    return { status: obstacles.length === 0 ? 'ready' : 'not ready', obstacles };
  });
  app.get('/health/detail', () => healthOf(services));
  app.get('/metrics', async (_request, reply) => {
    await observeLags(services, host.metrics);
    reply.type(host.metrics.registry.contentType);
    return host.metrics.registry.metrics();
  });
  app.get('/openapi.json', async () => document);
  app.get('/asyncapi.json', async () => events);
  await serveApiPage(app);
  app.setNotFoundHandler((request, reply) => {
    const { method, url, headers, id } = request;
    const isThere = method !== 'GET' && app.hasRoute({ method: 'GET', url: url.split('?')[0] ?? '' });
    const [code, params] = isThere
      ? (['method-not-allowed', { allowed: 'GET' }] as const)
      : (['not-found', {}] as const);
    const language = languageOf(headers['accept-language']);
    const body = problemBody(kitProblems, code, { params }, language, `urn:iic:request:${id}`);
    if (isThere) reply.header('allow', 'GET');
    return reply.status(body.status).type('application/problem+json; charset=utf-8').send(body);
  });
  await app.ready();
  return { routing: (request, response) => app.routing(request, response), close: () => app.close() };
}
