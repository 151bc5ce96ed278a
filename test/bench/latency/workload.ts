import type { DevelopmentIdentity } from '@iic/access';
import type { Measures } from '../bench.ts';
import { Caller } from '../platform/caller.ts';
import { handler, leadUnit, organisations } from '../platform/cast.ts';
import { quantile, Requests } from '../platform/requests.ts';

const auditor: DevelopmentIdentity = { role: 'auditor', organisation: 'org-audit', person: 'person-auditor' };

/** Where the latency is measured. */
export interface Platform {
  readonly url: string;
  token(identity: DevelopmentIdentity): Promise<string>;
}

/**
 * Milliseconds from the answer to a command of intake to the answer of audit that shows its event, one after the
 * other: what somebody waits who follows a colleague's act in another service.
 */
export async function measureLatency(platform: Platform, samples: number): Promise<Measures> {
  const requests = new Requests(platform.url);
  const register = new Caller(requests, await platform.token(handler), 'register');
  for (const organisation of organisations) {
    await register.command('POST', '/intake/organisations', organisation);
  }
  const lead = new Caller(requests, await platform.token(leadUnit), 'lead');
  const reader = { authorization: `Bearer ${await platform.token(auditor)}` };
  const latencies: number[] = [];
  const warmUp = Math.ceil(samples / 10);
  for (let sample = -warmUp; sample < samples; sample += 1) {
    const { id, token } = await lead.command('POST', '/intake/applications', {});
    if (token === null) throw new Error('The command recorded nothing.');
    const start = performance.now();
    const { status, text } = await requests.send('GET', `/timeline/${id}`, { ...reader, 'wait-for': token });
    if (status !== 200) throw new Error(`The timeline of ${id}: ${status} ${text}`);
    if (sample >= 0) latencies.push(performance.now() - start);
  }
  requests.close();
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}
