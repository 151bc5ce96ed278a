import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Gateway, openGateway } from './gateway.ts';
import { mergeMetrics } from './merge-metrics.ts';

const opened: Server[] = [];
let gateway: Gateway;
/** How often a service was asked while it was busy. */
let busy = 0;

async function upstream(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Audit cannot tell just now. */
function detail(name: string, response: ServerResponse): void {
  response.statusCode = name === 'audit' ? 500 : 200;
  response.setHeader('content-type', `application/${name === 'audit' ? 'problem+' : ''}json`);
  response.end(JSON.stringify([{ service: name, head: 7 }]));
}

/** Answers with what it was asked. */
const echo =
  (name: string): RequestListener =>
  (request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece) => pieces.push(piece));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      if (request.url === '/health/ready') response.end('{"status":"ready","obstacles":[]}');
      else if (request.url === '/intake/busy') {
        busy += 1;
        response.statusCode = 503;
        response.end('{}');
      } else if (request.url === '/health/detail') detail(name, response);
      else if (request.url === '/metrics') response.end(`# TYPE up gauge\nup{service="${name}"} 1\n`);
      else {
        const { method, url, headers } = request;
        const body = Buffer.concat(pieces).toString('base64');
        response.end(JSON.stringify({ name, method, url, type: headers['content-type'], body }));
      }
    });
  };

beforeAll(async () => {
  gateway = await openGateway(
    [
      { name: 'intake', url: await upstream(echo('intake')), segments: ['intake'] },
      { name: 'audit', url: await upstream(echo('audit')), segments: ['audit', 'timeline'] },
      // Nobody listens on port 1.
      { name: 'registry', url: 'http://127.0.0.1:1', segments: ['registry'] },
    ],
    0,
  );
});

afterAll(async () => {
  await gateway.close();
  for (const server of opened) server.close();
});

const get = async (path: string, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}${path}`, { headers });

it('leads a request to the service that its first segment names, path and query unchanged', async () => {
  expect(await (await get('/timeline/case-1?asOf=2026-01-01')).json()).toMatchObject({
    name: 'audit',
    url: '/timeline/case-1?asOf=2026-01-01',
  });
});

it.each([
  ['application/json', Buffer.from('{"name": "产业创新中心"')],
  ['application/octet-stream', Buffer.from([0, 255, 13, 10, 0])],
])('passes a body on as it is, of type %s', async (type, body) => {
  const headers = { 'content-type': type };
  const response = await fetch(`${gateway.url}/intake/x`, { method: 'PUT', headers, body });
  expect(await response.json()).toEqual({
    name: 'intake',
    method: 'PUT',
    url: '/intake/x',
    type,
    body: body.toString('base64'),
  });
});

it.each([
  ['zh', '重试'],
  ['en', 'coming back'],
])('answers in %s when a service is away', async (language, words) => {
  const response = await get('/registry/centers', { 'accept-language': language });
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('1');
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem = JSON.parse(await response.text());
  expect(problem).toMatchObject({ code: 'service-unavailable', status: 503 });
  expect(problem.detail).toContain(words);
});

it('passes a 503 of a service on once, and leaves it to the client when to ask again', async () => {
  expect((await get('/intake/busy')).status).toBe(503);
  expect(busy).toBe(1);
});

it('is ready when all services are, and says who is not', async () => {
  const response = await get('/health/ready');
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ status: 'not ready', obstacles: ['registry'] });
});

it('names every service in the details, those too that tell nothing', async () => {
  expect(await (await get('/health/detail')).json()).toEqual([
    { service: 'intake', head: 7 },
    { service: 'audit', away: true },
    { service: 'registry', away: true },
  ]);
});

it('has a page to try the API, whichever services are away', async () => {
  const page = await get('/');
  expect(page.url).toBe(`${gateway.url}/api`);
  expect(await page.text()).toContain('/api/start.js');
  expect((await get('/api/assets/swagger-ui.css')).status).toBe(200);
});

it('shows the metrics of those that answer, each metric described once', async () => {
  expect(await (await get('/metrics')).text()).toBe(
    '# TYPE up gauge\nup{service="intake"} 1\nup{service="audit"} 1\n',
  );
});

it('describes the channels of all services, and knows no other path', async () => {
  const { channels } = JSON.parse(await (await get('/asyncapi.json')).text());
  expect(Object.keys(channels)).toEqual(
    expect.arrayContaining(['intake.public', 'registry.public', 'audit.journal']),
  );
  const unknown = await get('/nonsense/1');
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ code: 'not-found' });
});

it('keeps histograms of several processes apart by their labels', () => {
  const text = (service: string) =>
    `# HELP a What.\n# TYPE a histogram\na_bucket{service="${service}",le="1"} 2\na_sum{service="${service}"} 1\n`;
  expect(
    mergeMetrics([text('x'), text('y')])
      .split('\n')
      .filter((line) => line.startsWith('#')),
  ).toEqual(['# HELP a What.', '# TYPE a histogram']);
});
