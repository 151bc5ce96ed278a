import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ran, ToolMissing, toolFolder } from './tools.ts';

const module = 'k8s.io/kubernetes@v1.31.4';

interface Definition {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly additionalProperties?: unknown;
  readonly format?: string;
  readonly 'x-kubernetes-group-version-kind'?: readonly {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
  }[];
}

/**
 * Folder with a JSON schema for each kind of Kubernetes, named as kubeconform asks for them; made from the OpenAPI
 * document of the Go module, in which unknown members are then refused. Throws {@link ToolMissing} without Go.
 */
export async function kubernetesSchemas(): Promise<string> {
  const folder = toolFolder('kubernetes-schemas');
  const downloaded: { readonly Dir?: string } = JSON.parse(
    await ran('go', ['mod', 'download', '-json', module], { GOFLAGS: '-mod=mod' }, folder),
  );
  if (downloaded.Dir === undefined) throw new ToolMissing(`${module} cannot be had`);
  const document: { readonly definitions: Readonly<Record<string, Definition>> } = JSON.parse(
    readFileSync(join(downloaded.Dir, 'api/openapi-spec/swagger.json'), 'utf8'),
  );
  const definitions = Object.fromEntries(
    Object.entries(document.definitions).map(([name, definition]) => [name, closed(definition)]),
  );
  mkdirSync(folder, { recursive: true });
  for (const [name, definition] of Object.entries(document.definitions)) {
    for (const { group, version, kind } of definition['x-kubernetes-group-version-kind'] ?? []) {
      const suffix = group === '' ? version : `${group.split('.')[0]}-${version}`;
      const schema = { $ref: `#/definitions/${name}`, definitions: needed(name, definitions) };
      writeFileSync(join(folder, `${kind.toLowerCase()}-${suffix}.json`), JSON.stringify(schema));
    }
  }
  return folder;
}

/** An object takes no member that it does not declare; what may be a number or a text takes both. */
function closed(definition: Definition): Definition | { readonly type: readonly string[] } {
  if (definition.format === 'int-or-string') return { type: ['integer', 'string'] };
  if (definition.properties === undefined || definition.additionalProperties !== undefined) return definition;
  return { ...definition, additionalProperties: false };
}

/** A definition with all it refers to. */
function needed(
  name: string,
  definitions: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const found = new Map<string, unknown>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.set(next, definitions[next]);
    for (const [, reference] of JSON.stringify(definitions[next]).matchAll(/"#\/definitions\/([^"]+)"/g)) {
      if (reference !== undefined) waiting.push(reference);
    }
  }
  return Object.fromEntries(found);
}
