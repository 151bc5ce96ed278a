/** The API description says everything a caller needs, of every route there is. */
import type { Route } from '@iic/service-kit';
import { validate } from '@readme/openapi-parser';
import { WholePlatform } from '../platform/whole-platform.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

interface Operation {
  readonly operationId?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly security?: readonly object[];
  readonly responses?: object;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

let platform: WholePlatform;
let document: Document;
let routes: readonly Route[];

beforeAll(async () => {
  platform = await WholePlatform.start();
  document = (await platform.client.get('/openapi.json')).body;
  routes = platform.services.flatMap((service) => service.routes);
});

afterAll(() => platform.close());

const pathOf = (route: Route) => route.path.replace(/:(\w+)/g, '{$1}');
const nameOf = (route: Route) => `${route.method} ${pathOf(route)}`;
const operationOf = (route: Route) => document.paths[pathOf(route)]?.[route.method.toLowerCase()];
const without = (routesOfKind: readonly Route[], quality: (operation: Operation, route: Route) => boolean) =>
  routesOfKind.filter((route) => !quality(operationOf(route) ?? {}, route)).map(nameOf);

describe('the API description', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(await validate(structuredClone(document) as never)).toEqual({
      valid: true,
      warnings: [],
      specification: 'OpenAPI',
    });
  });

  it('has every route of every service, and nothing else', () => {
    expect(routes.length).toBeGreaterThan(80);
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(routes.map(nameOf).sort());
  });

  it('gives each operation an id of its own', () => {
    const ids = routes.map((route) => operationOf(route)?.operationId);
    expect(ids.filter((id, index) => id === undefined || ids.indexOf(id) !== index)).toEqual([]);
  });

  it('documents the idempotency key of every command, and If-Match where it is demanded', () => {
    const commands = routes.filter(({ method }) => method !== 'GET');
    const hasHeader = (name: string) => (operation: Operation) =>
      operation.parameters?.some((parameter) => parameter.name === name && parameter.required === true) ??
      false;
    expect(without(commands, hasHeader('Idempotency-Key'))).toEqual([]);
    const replacing = commands.filter(({ method }) => method === 'PUT' || method === 'PATCH');
    expect(without(replacing, hasHeader('If-Match'))).toEqual([]);
  });

  it('says what ability each operation needs, or that it needs none', () => {
    const saysSo = (operation: Operation, { requirement }: Route) =>
      requirement.access === 'public'
        ? operation.security === undefined
        : operation.security !== undefined &&
          (operation.description?.includes(`${requirement.action} ${requirement.subject}`) ?? false);
    expect(without(routes, saysSo)).toEqual([]);
  });

  it('describes refusals of every operation as problem+json', () => {
    const describesProblems = (operation: Operation) =>
      JSON.stringify(operation.responses ?? {}).includes('application/problem+json');
    expect(without(routes, describesProblems)).toEqual([]);
  });
});
