import type { OpenAPIObject } from '@nestjs/swagger';

/** Two services describe different things under one name; rename one of them. */
export class SchemaNameTaken extends Error {
  readonly code = 'schema-name-taken';

  constructor(name: string) {
    super(`Two services declare different schemas named ${name}.`);
  }
}

/** One OpenAPI document of all services. Throws {@link SchemaNameTaken}. */
export function mergeDocuments(documents: readonly OpenAPIObject[]): OpenAPIObject {
  const [first, ...others] = documents;
  if (first === undefined) throw new TypeError('There is no document to merge.');
  return others.reduce(merge, first);
}

function merge(left: OpenAPIObject, right: OpenAPIObject): OpenAPIObject {
  const schemas = { ...left.components?.schemas };
  for (const [name, schema] of Object.entries(right.components?.schemas ?? {})) {
    const known = schemas[name];
    // Each service lists the codes of its own problems.
    if (known !== undefined && name !== 'Problem' && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new SchemaNameTaken(name);
    }
    schemas[name] = name === 'Problem' && known !== undefined ? joinedProblem(known, schema) : schema;
  }
  return {
    ...left,
    paths: { ...left.paths, ...right.paths },
    components: { ...left.components, schemas },
  };
}

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

function joinedProblem(left: Schema, right: Schema): Schema {
  if (!('properties' in left) || !('properties' in right)) return left;
  const codes = [...codesOf(left.properties), ...codesOf(right.properties)];
  return {
    ...left,
    properties: { ...left.properties, code: { type: 'string', enum: [...new Set(codes)].sort() } },
  };
}

function codesOf(properties: Record<string, Schema> | undefined): readonly string[] {
  const code = properties?.['code'];
  return code !== undefined && 'enum' in code ? (code.enum ?? []).map(String) : [];
}
