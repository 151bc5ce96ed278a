/** Says in words what a JSON Schema asks for. */

/** The part of JSON Schema that contracts and policy packs use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly description?: string;
}

/** One field of an object, however deep: `entity.legalForm`, `members[].name`. */
export interface FieldRow {
  readonly path: string;
  readonly content: string;
}

/** Patterns that have a name people know. */
const namedPatterns: Readonly<Record<string, string>> = {
  '^[0-9a-f]{64}$': 'SHA-256 in hex',
  '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$': 'instant in UTC',
  '^\\d{4}-\\d\\d-\\d\\d$': 'date',
  '^\\d{1,18}$': 'amount in fen',
  '^[0-9A-HJ-NPQRTUWXY]{18}$': 'USCC',
};

function range(low: number | undefined, high: number | undefined, what = ''): string {
  const unit = what === '' ? '' : ` ${what}`;
  if (low !== undefined && high !== undefined) {
    return low === high ? `${low}${unit}` : `${low}–${high}${unit}`;
  }
  if (low !== undefined && low > 0) {
    return `at least ${low}${unit}`;
  }
  return high === undefined ? '' : `at most ${high}${unit}`;
}

function withDetail(what: string, detail: string): string {
  return detail === '' ? what : `${what}, ${detail}`;
}

function stringText({ pattern, minLength, maxLength }: Schema): string {
  if (pattern !== undefined) {
    return namedPatterns[pattern] ?? `text matching \`${pattern}\``;
  }
  return withDetail('text', range(minLength, maxLength, 'characters'));
}

function literals(values: readonly unknown[]): string {
  return values.map((value) => `\`${String(value)}\``).join(', ');
}

/** Alternatives: constants are listed together, `null` last. */
function alternatives(schemas: readonly Schema[]): string {
  const constants = schemas.filter((schema) => schema.const !== undefined && schema.const !== null);
  const others = schemas.filter((schema) => !constants.includes(schema));
  const texts = others.map(schemaText);
  if (constants.length > 0) {
    texts.unshift(literals(constants.map((schema) => schema.const)));
  }
  return texts.join(' or ');
}

/** One line that says what a value must be; an object's fields are not repeated. */
export function schemaText(schema: Schema): string {
  if (schema.const !== undefined) {
    return literals([schema.const]);
  }
  if (schema.enum !== undefined) {
    return literals(schema.enum);
  }
  if (schema.anyOf !== undefined) {
    return alternatives(schema.anyOf);
  }
  switch (schema.type) {
    case 'string':
      return stringText(schema);
    case 'integer':
      return withDetail('integer', range(schema.minimum, schema.maximum));
    case 'number':
      return withDetail('number', range(schema.minimum, schema.maximum));
    case 'array':
      return withDetail(`list of ${schemaText(schema.items ?? {})}`, range(schema.minItems, schema.maxItems));
    case 'object':
      return schema.patternProperties === undefined ? 'object' : 'object by key';
    case 'boolean':
      return 'true or false';
    default:
      return typeof schema.type === 'string' ? schema.type : 'any value';
  }
}

function inner(schema: Schema): { readonly suffix: string; readonly schema: Schema } {
  if (schema.type === 'array' && schema.items !== undefined) {
    const below = inner(schema.items);
    return { suffix: `[]${below.suffix}`, schema: below.schema };
  }
  const objects = schema.anyOf?.filter((each) => each.properties !== undefined) ?? [];
  return { suffix: '', schema: objects.length === 1 ? (objects[0] ?? schema) : schema };
}

/** All fields of an object schema, deep first under each field. */
export function fieldRows(schema: Schema, prefix = ''): FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const path = `${prefix}${name}`;
    const optional = schema.required?.includes(name) === true ? '' : ' (optional)';
    const { suffix, schema: below } = inner(property);
    return [
      { path, content: `${schemaText(property)}${optional}` },
      ...fieldRows(below, `${path}${suffix}.`),
    ];
  });
}
