/** Requests to every route of the route table, with bodies that its description allows. */
import type { Route } from '@iic/service-kit';
import type { Answer, Asking, Client } from '../platform/client.ts';
import { Sampler, type Schema } from '../platform/sample-body.ts';

interface Content {
  readonly schema?: Schema;
}

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly requestBody?: { readonly content: Record<string, Content> } }>>
    >
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Parameters other than the one that names the case. */
const samples: Readonly<Record<string, string>> = {
  number: '1',
  round: '1',
  version: '1',
  ordinal: '1',
  period: '2026-H1',
  department: 'org-department',
  key: 'overview',
  organisation: 'org-lead-matrix',
  finding: 'name-unusual',
};

/** What routes demand in their query. */
const queries: Readonly<Record<string, string>> = { comparison: '?from=1&to=1' };

/** What some acts demand besides, which a schema cannot say. */
const additions: Readonly<Record<string, object>> = { 'preliminary-review': { opinion: '同意（示例）。' } };

/** Makes requests to routes. */
export class Requests {
  readonly #client: Client;
  readonly #described: Described;
  readonly #sampler: Sampler;
  /** Path parameters other than the first, which names the case. */
  parameters = samples;

  private constructor(client: Client, described: Described) {
    this.#client = client;
    this.#described = described;
    this.#sampler = new Sampler(described.components.schemas);
  }

  static async open(client: Client): Promise<Requests> {
    return new Requests(client, (await client.get('/openapi.json')).body);
  }

  /** Sends what the route wants, or `{}`. */
  send(route: Route, id: string, as: Asking['as'], content: 'sample' | 'empty' = 'sample'): Promise<Answer> {
    const { headers, body } = this.#content(route, content);
    const precondition = { 'if-match': '"0"' };
    const query = queries[lastSegment(route)] ?? '';
    return this.#client.call(route.method, `${this.pathTo(route, id)}${query}`, {
      as,
      ...(route.method === 'GET' ? {} : { body, headers: { ...precondition, ...headers } }),
    });
  }

  /** The route's path for one thing. */
  pathTo(route: Route, id: string): string {
    const [first] = /:\w+/.exec(route.path) ?? [];
    return route.path.replace(/:(\w+)/g, (parameter, name: string) =>
      parameter === first ? encodeURIComponent(id) : (this.parameters[name] ?? 'sample-1'),
    );
  }

  #content(route: Route, content: 'sample' | 'empty'): { headers: Record<string, string>; body: unknown } {
    const operation = this.#described.paths[route.path.replace(/:(\w+)/g, '{$1}')];
    const described = operation?.[route.method.toLowerCase()]?.requestBody?.content ?? {};
    const [type = 'application/json', { schema = {} } = {}] = Object.entries(described)[0] ?? [];
    if (type !== 'application/json') return { headers: { 'content-type': type }, body: Buffer.from('x') };
    const sample = content === 'empty' ? {} : this.#sampler.sample(schema);
    const addition = content === 'empty' ? {} : additions[lastSegment(route)];
    return { headers: {}, body: typeof sample === 'object' ? { ...sample, ...addition } : {} };
  }
}

function lastSegment({ path }: Route): string {
  return path.split('/').at(-1) ?? '';
}

/** Whether a route is about one thing. */
export function namesOne(route: Route): boolean {
  return route.path.includes(':');
}
