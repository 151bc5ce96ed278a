import { setTimeout } from 'node:timers/promises';
import type { DevelopmentIdentity } from '@iic/access';
import type { Bench } from '../bench.ts';
import { quantile, Requests } from './requests.ts';
import { type Server, startServer } from './server.ts';

const callers = 16;
const editsPerDraft = 20;

const handler: DevelopmentIdentity = {
  role: 'pdrc-handler',
  organisation: 'org-pdrc',
  person: 'person-handler',
};
const leadUnit: DevelopmentIdentity = { role: 'lead-unit', organisation: 'org-lead', person: 'person-lead' };

/** Who has to be in the register before anything can be drafted. */
const organisations = [
  {
    id: 'org-drc',
    name: '示例市发展和改革委员会',
    uscc: '91220100000000019B',
    kind: 'development-and-reform-commission',
    area: '220100',
    parent: null,
    competentUnit: null,
  },
  {
    id: 'org-lead',
    name: '示例科技有限公司',
    uscc: '91350100M000100Y43',
    kind: 'enterprise',
    area: '220100',
    parent: null,
    competentUnit: 'org-drc',
  },
];

interface Reply {
  readonly id: string;
  readonly revision: number;
}

/** Sends one command after another and notes how long each took. */
class Caller {
  readonly latencies: number[] = [];
  readonly #requests: Requests;
  readonly #token: string;
  readonly #name: string;
  #commands = 0;

  constructor(requests: Requests, token: string, name: string) {
    this.#requests = requests;
    this.#token = token;
    this.#name = name;
  }

  async command(method: string, path: string, body: unknown, revision?: number): Promise<Reply> {
    this.#commands += 1;
    const start = performance.now();
    const { status, text } = await this.#requests.send(
      method,
      path,
      {
        authorization: `Bearer ${this.#token}`,
        'idempotency-key': `${this.#name}-${this.#commands}`,
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
      body,
    );
    this.latencies.push(performance.now() - start);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as Reply;
  }

  /** Drafts applications and edits each a few times, as officials do all day. */
  async work(until: number): Promise<void> {
    while (performance.now() < until) {
      let { id, revision } = await this.command('POST', '/intake/applications', {});
      for (let edit = 0; edit < editsPerDraft && performance.now() < until; edit += 1) {
        const investment = [
          { source: 'own-funds', organisation: 'org-lead', amountFen: `${6_000_000_000 + edit}` },
        ];
        ({ id, revision } = await this.command(
          'PATCH',
          `/intake/applications/${id}`,
          { investment },
          revision,
        ));
      }
    }
  }
}

async function load(requests: Requests, token: string, name: string, ms: number): Promise<number[]> {
  const working = Array.from(
    { length: callers },
    (_, index) => new Caller(requests, token, `${name}-${index}`),
  );
  const until = performance.now() + ms;
  await Promise.all(working.map((caller) => caller.work(until)));
  return working.flatMap(({ latencies }) => latencies);
}

async function measure(server: Server, quick: boolean): Promise<Record<string, number>> {
  const requests = new Requests(server.url);
  const register = new Caller(requests, await server.token(handler), 'register');
  for (const organisation of organisations) {
    await register.command('POST', '/intake/organisations', organisation);
  }
  const token = await server.token(leadUnit);
  await setTimeout(quick ? 500 : 3_000);
  const idle = server.rss();
  await load(requests, token, 'warm', quick ? 500 : 3_000);

  let highest = 0;
  const watch = setInterval(() => {
    highest = Math.max(highest, server.rss());
  }, 500);
  const start = performance.now();
  const latencies = await load(requests, token, 'run', quick ? 1_000 : 10_000);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  requests.close();
  return {
    'commands/s': latencies.length / seconds,
    p99: quantile(latencies, 0.99),
    'idle RSS': idle,
    'RSS under load': Math.max(highest, server.rss()),
  };
}

/** The full path of a command, and the memory of the process, with all services and read models running. */
export const bench: Bench = {
  name: 'platform: commands',
  async run({ folder, quick }) {
    const server = await startServer(folder);
    try {
      return await measure(server, quick);
    } finally {
      await server.stop();
    }
  },
};
