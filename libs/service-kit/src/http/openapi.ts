import type { ProblemCatalogue } from '@iic/event-sourcing';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { productVersion } from '../product-version.ts';
import type { Route } from './route-table.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const problem = {
  description: 'problem+json (RFC 9457) with a stable code',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The OpenAPI 3.1 document of one service, generated from its controllers and DTOs. */
export function openApiDocument(
  app: INestApplication,
  service: string,
  routes: readonly Route[],
  problems: ProblemCatalogue,
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Industrial innovation centers')
    .setDescription('Lifecycle of provincial industrial innovation centers (产业创新中心).')
    .setVersion(productVersion)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    // Some controllers are in every service; an id must be unique in the document of all of them.
    operationIdFactory: (controller, method) =>
      `${service}_${controller.replace(/Controller$/, '')}_${method}`,
  });
  const schemas = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: '#/components/schemas/',
  });
  document.components = {
    ...document.components,
    schemas: {
      ...document.components?.schemas,
      ...(schemas as Record<string, object>),
      Problem: problemSchema(problems),
    },
  };
  for (const route of routes) describe(document, route);
  return document;
}

function describe(document: OpenAPIObject, route: Route): void {
  const path = route.path.replace(/:(\w+)/g, '{$1}');
  const operation: Operation | undefined = Reflect.get(
    document.paths[path] ?? {},
    route.method.toLowerCase(),
  );
  if (operation === undefined) return;
  if (route.query !== undefined) addQueryParameters(document, operation, route.query);
  operation.responses = { ...operation.responses, '4XX': problem, '5XX': problem };
  if (route.requirement.access === 'public') return;
  operation.security = [{ token: [] }];
  operation.description = [
    operation.description,
    `Needs the ability to ${route.requirement.action} ${route.requirement.subject}.`,
  ]
    .filter(Boolean)
    .join('\n\n');
  if (route.method !== 'GET') addCommandHeaders(operation, route.method);
}

/** Lists the members of a query's class one by one, as they are sent. */
function addQueryParameters(document: OpenAPIObject, operation: Operation, name: string): void {
  const schema = document.components?.schemas?.[name];
  if (schema === undefined || '$ref' in schema) return;
  const others = (operation.parameters ?? []).filter((one) => '$ref' in one || one.in !== 'query');
  const parameters = Object.entries(schema.properties ?? {}).map(([member, type]) => ({
    name: member,
    in: 'query' as const,
    required: schema.required?.includes(member) ?? false,
    schema: type,
  }));
  operation.parameters = [...others, ...parameters];
}

function addCommandHeaders(operation: Operation, method: string): void {
  const replaces = method === 'PUT' || method === 'PATCH';
  operation.parameters = [
    ...(operation.parameters ?? []),
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: 'A new key for each command; a retry repeats it and gets the first outcome.',
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    },
    {
      name: 'If-Match',
      in: 'header',
      required: replaces,
      description: 'The ETag of what you saw.',
      schema: { type: 'string', examples: ['"3"'] },
    },
  ];
}

function problemSchema(problems: ProblemCatalogue): object {
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
    properties: {
      type: { type: 'string', format: 'uri' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string', enum: Object.keys(problems).sort() },
      instance: { type: 'string', format: 'uri' },
      findings: { type: 'array', items: { type: 'object' } },
      errors: {
        type: 'array',
        items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
      },
    },
  };
}
