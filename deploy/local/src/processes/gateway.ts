import type { AddressInfo } from 'node:net';
import { fastifyHttpProxy } from '@fastify/http-proxy';
import { allEvents } from '@iic/contracts';
import { asyncApiDocument } from '@iic/messaging';
import {
  answerUnparsable,
  kitProblems,
  languageOf,
  mergeDocuments,
  problemBody,
  serveApiPage,
} from '@iic/service-kit';
import { type FastifyInstance, fastify } from 'fastify';
import { mergeMetrics } from './merge-metrics.ts';

/** A service behind the gateway. */
export interface Upstream {
  readonly name: string;
  readonly url: string;
  /** First path segments it serves. */
  readonly segments: readonly string[];
}

/** One origin in front of several processes. */
export interface Gateway {
  readonly url: string;
  close(): Promise<void>;
}

const probeTimeout = 3_000;
/** Each process knows its own contracts only. */
const asyncApi = asyncApiDocument(allEvents);

/** Passes each request to the service that its first path segment names; answers for all of them otherwise. */
export async function openGateway(upstreams: readonly Upstream[], port: number): Promise<Gateway> {
  const app = fastify({ forceCloseConnections: 'idle', clientErrorHandler: answerUnparsable });
  for (const upstream of upstreams) await passOn(app, upstream);
  await serveApiPage(app);
  answerForAll(app, upstreams);
  await app.listen({ port, host: '127.0.0.1' });
  const address = app.server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${address.port}`, close: () => app.close() };
}

async function passOn(app: FastifyInstance, { url, segments }: Upstream): Promise<void> {
  for (const segment of segments) {
    await app.register(fastifyHttpProxy, {
      upstream: url,
      prefix: `/${segment}`,
      rewritePrefix: `/${segment}`,
      // The body goes through as it comes, whatever its type and length.
      proxyPayloads: true,
      replyOptions: {
        onError: (reply) => unavailable(reply),
        // A 503 is an answer; who asked decides when to ask again.
        retryDelay: () => null,
      },
    });
  }
}

function answerForAll(app: FastifyInstance, upstreams: readonly Upstream[]): void {
  const all = <Body>(path: string): Promise<readonly (Body | undefined)[]> =>
    Promise.all(upstreams.map(({ url }) => fetched<Body>(`${url}${path}`)));
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const answers = await all<{ readonly obstacles: readonly string[] }>('/health/ready');
    const obstacles = upstreams.flatMap(({ name }, index) => answers[index]?.obstacles ?? [name]);
    reply.status(obstacles.length === 0 ? 200 : 503);
    return { status: obstacles.length === 0 ? 'ready' : 'not ready', obstacles };
  });
  app.get('/health/detail', async () => {
    const answers = await all<readonly unknown[]>('/health/detail');
    return upstreams.flatMap(({ name }, index) => answers[index] ?? [{ service: name, away: true }]);
  });
  app.get('/metrics', async (_request, reply) => {
    const texts = await Promise.all(upstreams.map(({ url }) => fetchedText(`${url}/metrics`)));
    return reply
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send(mergeMetrics(texts.flatMap((text) => text ?? [])));
  });
  app.get('/openapi.json', async (_request, reply) => {
    const documents = await all<Parameters<typeof mergeDocuments>[0][number]>('/openapi.json');
    const there = documents.flatMap((document) => document ?? []);
    if (there.length > 0) return mergeDocuments(there);
    unavailable(reply);
    return reply;
  });
  app.get('/asyncapi.json', async () => asyncApi);
  app.setNotFoundHandler((_request, reply) => answer(reply, 404, 'not-found'));
}

async function fetched<Body>(address: string): Promise<Body | undefined> {
  const text = await fetchedText(address);
  return text === undefined ? undefined : JSON.parse(text);
}

/** What a service says of itself; undefined when it is away or has nothing but a problem to tell. */
async function fetchedText(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(probeTimeout) });
    const text = await response.text();
    // A service that is not ready says 503, and why.
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
    return isProblem || (!response.ok && response.status !== 503) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What is needed of a reply, over HTTP/1 or HTTP/2. */
interface Answerable {
  readonly request: {
    readonly id: string;
    readonly headers: { readonly 'accept-language'?: string | undefined };
  };
  status(code: number): unknown;
  header(name: string, value: string): unknown;
  send(body: string): unknown;
}

function unavailable(reply: Answerable): void {
  reply.header('retry-after', '1');
  answer(reply, 503, 'service-unavailable');
}

function answer(reply: Answerable, status: number, code: string): void {
  const { id, headers } = reply.request;
  const language = languageOf(headers['accept-language']);
  reply.status(status);
  reply.header('content-type', 'application/problem+json; charset=utf-8');
  reply.send(JSON.stringify(problemBody(kitProblems, code, {}, language, `urn:iic:request:${id}`)));
}
