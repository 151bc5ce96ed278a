import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevelopmentIdentity, DevelopmentIssuer } from '@iic/access';
import { type Platform, startPlatform } from '../platform-server.ts';
import { developmentIssuerFile } from '../process-host.ts';
import { readSettings } from '../settings.ts';
import { sampleService } from '../testing/sample-service.ts';

const data = mkdtempSync(join(tmpdir(), 'iic-feed-'));
const owner = { role: 'lead-unit', organisation: 'org-a', person: 'p-1' } as const;
const analyst = { role: 'analytics', organisation: 'org-statistics', person: 'p-2' } as const;
const auditor = { role: 'auditor', organisation: 'office', person: 'p-3' } as const;
let platform: Platform;
let issuer: DevelopmentIssuer;
let keys = 0;

async function start(): Promise<void> {
  const settings = readSettings({ IIC_DATA: data, IIC_DEV_ISSUER: '1', PORT: '0', IIC_LOG_LEVEL: 'silent' });
  platform = await startPlatform([sampleService], settings);
  issuer = await DevelopmentIssuer.open(developmentIssuerFile(data));
}

async function read(query: string, as: DevelopmentIdentity = analyst) {
  const authorization = `Bearer ${await issuer.issue(as)}`;
  const headers = { authorization, 'accept-language': 'en' };
  const response = await fetch(`${platform.url}/sample/events${query}`, {
    headers,
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

async function deposit(amount: number): Promise<void> {
  keys += 1;
  const response = await fetch(`${platform.url}/sample/accounts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await issuer.issue(owner)}`,
      'content-type': 'application/json',
      'idempotency-key': `deposit-${keys}`,
    },
    body: JSON.stringify({ amount }),
  });
  expect(response.status).toBe(201);
}

/** The next reading of an auditor, as the security log has it. */
async function auditorArrives(): Promise<void> {
  const store = platform.services[0]?.runtime.security.store;
  const enough = new AbortController();
  for await (const _ of store?.follow(await store.head(), enough.signal) ?? []) enough.abort();
}

const amounts = (body: readonly { data: { amount: number } }[]) => body.map((event) => event.data.amount);

beforeAll(async () => {
  await start();
  for (const amount of [1, 2, 3]) await deposit(amount);
});

afterAll(() => platform.close());

it('hands out a batch of CloudEvents page by page', async () => {
  const first = await read('?limit=2');
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toMatch(/^application\/cloudevents-batch\+json/);
  expect(first.headers.get('next-after')).toBe('2');
  expect(first.headers.get('link')).toBe('</sample/events?after=2&limit=2&wait=0>; rel="next"');
  expect(first.body[0]).toMatchObject({
    specversion: '1.0',
    source: 'urn:iic:sample',
    type: 'Deposited',
    seq: '1',
    data: { owner: 'org-a', amount: 1 },
  });
  expect(amounts(first.body)).toEqual([1, 2]);
  const second = await read('?after=2');
  expect(amounts(second.body)).toEqual([3]);
  expect((await read('?after=3')).body).toEqual([]);
});

it('tells nobody who acted', async () => {
  const { body } = await read('');
  expect(JSON.stringify(body)).not.toMatch(/actor|p-1/);
});

it.each([
  ['?after=-1', 'after'],
  ['?after=one', 'after'],
  ['?limit=0', 'limit'],
  ['?limit=1001', 'limit'],
  ['?wait=61', 'wait'],
  ['?since=1', 'since'],
])('refuses %s and says why', async (query, field) => {
  const { status, body } = await read(query);
  expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-request' });
  expect(body.errors[0].field).toBe(field);
});

it('says plainly that a cursor lies beyond the newest event', async () => {
  const { status, body } = await read('?after=99');
  expect({ status, code: body.code }).toEqual({ status: 409, code: 'cursor-beyond-head' });
  expect(body.detail).toContain('99');
});

it('is for analytics and auditors only', async () => {
  expect((await read('', auditor)).status).toBe(200);
  expect(await read('', owner)).toMatchObject({ status: 403, body: { code: 'access-denied' } });
});

it('answers a reader who waits as soon as there is something', async () => {
  const waiting = read('?after=3&wait=30');
  await deposit(4);
  expect(amounts((await waiting).body)).toEqual([4]);
});

it('stops waiting when the time is over, and the cursor stays', async () => {
  const { body, headers } = await read('?after=4&wait=1');
  expect(body).toEqual([]);
  expect(headers.get('next-after')).toBe('4');
});

it('answers those who wait when the process stops, and goes on from the same cursor afterwards', async () => {
  const arrived = auditorArrives();
  const waiting = read('?after=4&wait=60', auditor);
  await arrived;
  const before = performance.now();
  await platform.close();
  expect(performance.now() - before).toBeLessThan(60_000);
  expect(await waiting).toMatchObject({ status: 200, body: [] });
  await start();
  await deposit(5);
  expect(amounts((await read('?after=4')).body)).toEqual([5]);
});
