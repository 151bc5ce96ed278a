import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessPolicy, roles } from '@iic/access';
import {
  type Platform,
  type Route,
  readSettings,
  type ServiceDefinition,
  startPlatform,
} from '@iic/service-kit';
import { allServices } from '@iic/standalone';
import { descriptionOf } from './handler-comments.ts';
import { code, codes, type Documents, page, table } from './markdown.ts';

/** What the process answers itself, beside the services. */
const ownRoutes: readonly (readonly string[])[] = [
  ['GET', '/', 'Redirects to the API page.'],
  ['GET', '/api', 'The API page, to read and try every call.'],
  ['GET', '/openapi.json', 'The OpenAPI 3.1 document of all services.'],
  ['GET', '/asyncapi.json', 'The AsyncAPI 3.0 document of all events, by channel.'],
  ['GET', '/health/live', 'The process runs.'],
  ['GET', '/health/ready', '200 when every service takes commands, otherwise 503 with the obstacles.'],
  ['GET', '/health/detail', 'Newest event, projections, consumers and kept messages of each service.'],
  ['GET', '/metrics', 'Metrics for Prometheus.'],
];

/** Runs work on the platform as it is served, with nothing in its stores. */
async function withPlatform<Result>(work: (platform: Platform) => Promise<Result>): Promise<Result> {
  const data = mkdtempSync(join(tmpdir(), 'iic-docs-'));
  const settings = readSettings({ IIC_DATA: data, IIC_DEV_ISSUER: '1', PORT: '0', IIC_LOG_LEVEL: 'silent' });
  try {
    const platform = await startPlatform(allServices, settings);
    return await work(platform).finally(() => platform.close());
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function whoMay({ requirement }: Route, { access }: ServiceDefinition): string {
  if (requirement.access === 'public') return 'anyone';
  const policy = new AccessPolicy(access);
  return codes(roles.filter((role) => policy.allowsRole(role, requirement.action, requirement.subject)));
}

function needs({ requirement }: Route): string {
  return requirement.access === 'public' ? '' : `${requirement.action} ${requirement.subject}`;
}

function routeRows({ routes, runtime }: Platform['services'][number]): string[][] {
  return routes
    .toSorted((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1))
    .map((route) => [
      route.method,
      code(route.path.replace(/:(\w+)/g, '{$1}')),
      whoMay(route, runtime.definition),
      needs(route),
      descriptionOf(runtime.name, route.handler),
    ]);
}

function routesPage({ services }: Platform): string {
  const head = ['Method', 'Path', 'Who', 'Ability', 'What'];
  return page(
    'Routes',
    'Every route of every service. Schemas of requests and answers are in [openapi.json](openapi.json), and on the page `/api` of a running platform.',
    'Who says which roles pass the door. A unit then sees and changes its own cases only, the PDRC those of its province: a case that is not theirs is answered with the same 404 as one that does not exist. Commands (everything but GET) need an `Idempotency-Key`; PUT and PATCH need `If-Match`.',
    `## platform\n\n${table(
      ['Method', 'Path', 'What'],
      ownRoutes.map(([method = '', path = '', what = '']) => [method, code(path), what]),
    )}`,
    ...services.map((service) => `## ${service.runtime.name}\n\n${table(head, routeRows(service))}`),
  );
}

/** The OpenAPI document as served, and a readable table of its routes. */
export function openApiDocuments(): Promise<Documents> {
  return withPlatform(async (platform) => {
    const document: unknown = await (await fetch(`${platform.url}/openapi.json`)).json();
    return {
      'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
      'openapi.md': routesPage(platform),
    };
  });
}
