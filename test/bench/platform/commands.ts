import { setTimeout } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { Caller } from './caller.ts';
import { handler, leadUnit, organisations } from './cast.ts';
import { quantile, Requests } from './requests.ts';
import { type Server, startServer } from './server.ts';

const callers = 16;
const editsPerDraft = 20;

/** Drafts applications and edits each a few times, as officials do all day. */
async function work(caller: Caller, until: number): Promise<void> {
  while (performance.now() < until) {
    let { id, revision } = await caller.command('POST', '/intake/applications', {});
    for (let edit = 0; edit < editsPerDraft && performance.now() < until; edit += 1) {
      const investment = [
        { source: 'own-funds', organisation: 'org-lead', amountFen: `${6_000_000_000 + edit}` },
      ];
      ({ id, revision } = await caller.command(
        'PATCH',
        `/intake/applications/${id}`,
        { investment },
        revision,
      ));
    }
  }
}

async function load(requests: Requests, token: string, name: string, ms: number): Promise<number[]> {
  const working = Array.from(
    { length: callers },
    (_, index) => new Caller(requests, token, `${name}-${index}`),
  );
  const until = performance.now() + ms;
  await Promise.all(working.map((caller) => work(caller, until)));
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
