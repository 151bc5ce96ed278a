/** A JSON Schema as the API description has it, as far as samples need it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
}

/** Texts of every form that a field of the API asks for. */
const texts = [
  'sample-1',
  '220000',
  '2026-03-01',
  '2026-03-01T00:00:00.000Z',
  '2026-H1',
  '91220101MA0Y0XM15K',
  'a'.repeat(64),
  'someone@example.org',
  'https://example.org/',
];

/** Makes a smallest body that a schema allows. */
export class Sampler {
  readonly #schemas: Readonly<Record<string, Schema>>;

  /** @param schemas `components.schemas` of the API description */
  constructor(schemas: Readonly<Record<string, Schema>>) {
    this.#schemas = schemas;
  }

  sample(schema: Schema): unknown {
    const { $ref, oneOf, anyOf } = schema;
    if ($ref !== undefined) return this.sample(this.#schemas[$ref.split('/').at(-1) ?? ''] ?? {});
    const first = oneOf?.[0] ?? anyOf?.[0];
    if (first !== undefined) return this.sample(first);
    if (schema.enum !== undefined) return schema.enum[0];
    return this.#ofType(schema);
  }

  #ofType(schema: Schema): unknown {
    switch (schema.type) {
      case 'object':
        return this.#object(schema);
      case 'array':
        return Array.from({ length: schema.minItems ?? 0 }, () => this.sample(schema.items ?? {}));
      case 'integer':
      case 'number':
        return schema.minimum ?? 1;
      case 'boolean':
        return true;
      default:
        return text(schema);
    }
  }

  #object({ properties = {}, required = [] }: Schema): object {
    return Object.fromEntries(
      // Some days are checked by code, of which the description shows only that they are texts.
      required.map((name) => [
        name,
        /(On|Date|From)$/.test(name) ? '2026-03-01' : this.sample(properties[name] ?? {}),
      ]),
    );
  }
}

function text({ pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema): string {
  const form = new RegExp(pattern ?? '');
  const found = texts.find(
    (candidate) => form.test(candidate) && candidate.length >= minLength && candidate.length <= maxLength,
  );
  return found ?? 'x'.repeat(Math.max(minLength, 1));
}
