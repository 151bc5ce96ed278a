import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevelopmentIdentity, DevelopmentIssuer } from '@iic/access';
import { type Platform, startPlatform } from './platform-server.ts';
import { developmentIssuerFile } from './process-host.ts';
import { readSettings } from './settings.ts';
import { sampleService } from './testing/sample-service.ts';

const data = mkdtempSync(join(tmpdir(), 'iic-platform-'));
let platform: Platform;
let issuer: DevelopmentIssuer;
let keys = 0;

beforeAll(async () => {
  const settings = readSettings({ IIC_DATA: data, IIC_DEV_ISSUER: '1', PORT: '0', IIC_LOG_LEVEL: 'silent' });
  platform = await startPlatform([sampleService], settings);
  issuer = await DevelopmentIssuer.open(developmentIssuerFile(data));
});

afterAll(() => platform.close());

const owner = { role: 'lead-unit', organisation: 'org-a', person: 'p-1' } as const;
const stranger = { role: 'lead-unit', organisation: 'org-b', person: 'p-2' } as const;
const auditor = { role: 'auditor', organisation: 'office', person: 'p-3' } as const;

async function call(
  method: string,
  path: string,
  options: { as?: DevelopmentIdentity; body?: unknown; headers?: Record<string, string>; key?: string } = {},
) {
  const { as, body, headers, key } = options;
  keys += 1;
  const response = await fetch(`${platform.url}${path}`, {
    method,
    headers: {
      ...(as === undefined ? {} : { authorization: `Bearer ${await issuer.issue(as)}` }),
      ...(method === 'GET' ? {} : { 'idempotency-key': key ?? `key-${keys}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
  };
}

const recorded = () => platform.services[0]?.runtime.store.head();
const securityEvents = async () =>
  ((await platform.services[0]?.runtime.security.store.readAll(0, 100)) ?? []).map(({ envelope }) => [
    envelope.type,
    envelope.actor.subject,
  ]);

describe('a platform', () => {
  it('records a command, says so, and shows it to its owner at once', async () => {
    const made = await call('POST', '/sample/accounts', { as: owner, body: { amount: 5 } });
    expect(made).toMatchObject({ status: 201, body: { revision: 0, events: ['Deposited'] } });
    expect(made.headers.get('etag')).toBe('"0"');
    const token = made.headers.get('consistency-token') ?? '';
    expect(made.body.token).toBe(token);
    const shown = await call('GET', `/sample/accounts/${made.body.id}`, { as: owner });
    expect(shown).toMatchObject({ status: 200, body: { owner: 'org-a', total: 5 } });
    expect(shown.headers.get('etag')).toBe('"0"');
    const listed = await call('GET', `/sample/accounts?waitFor=${token}`, { as: owner });
    expect(listed.body.items).toContainEqual({ owner: 'org-a', total: 5 });
  });

  it('answers a repeated key with the first outcome, and refuses it for other content', async () => {
    const first = await call('POST', '/sample/accounts', { as: owner, body: { amount: 6 }, key: 'same' });
    const before = await recorded();
    const again = await call('POST', '/sample/accounts', { as: owner, body: { amount: 6 }, key: 'same' });
    expect(again.body).toEqual(first.body);
    const other = await call('POST', '/sample/accounts', { as: owner, body: { amount: 7 }, key: 'same' });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(await recorded()).toBe(before);
    const spelt = await call('POST', '/sample/accounts', {
      as: owner,
      body: { amount: 8 },
      key: 'same',
      headers: { 'content-type': 'Application/JSON; charset=utf-8' },
    });
    expect(spelt).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it.each([
    ['no token', {}, 401, 'unauthenticated'],
    ['a role that may not', { as: auditor, body: { amount: 1 } }, 403, 'access-denied'],
    ['an unknown field', { as: owner, body: { amount: 1, extra: true } }, 400, 'invalid-request'],
    ['a wrong type', { as: owner, body: { amount: 'much' } }, 400, 'invalid-request'],
    ['over-long text', { as: owner, body: { amount: 1, note: 'x'.repeat(11) } }, 400, 'invalid-request'],
    [
      'JSON nested too deeply',
      { as: owner, body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` },
      400,
      'invalid-request',
    ],
    ['broken JSON', { as: owner, body: '{"amount":' }, 400, 'invalid-request'],
    ['no idempotency key', { as: owner, body: { amount: 1 }, key: '' }, 400, 'idempotency-key-required'],
    ['what the rules refuse', { as: owner, body: { amount: 101 } }, 409, 'account-full'],
    [
      'another content type',
      { as: owner, body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'invalid-request',
    ],
  ])('refuses %s and records nothing', async (_what, options, status, code) => {
    const before = await recorded();
    const answer = await call('POST', '/sample/accounts', options);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await recorded()).toBe(before);
  });

  it('does not tell a stranger whether an account exists, and notes that they asked', async () => {
    const made = await call('POST', '/sample/accounts', { as: owner, body: { amount: 5 } });
    const others = await call('GET', `/sample/accounts/${made.body.id}`, { as: stranger });
    const missing = await call('GET', '/sample/accounts/0123456789abcdef', { as: stranger });
    const { instance: _a, ...first } = others.body;
    const { instance: _b, ...second } = missing.body;
    expect(first).toEqual(second);
    expect(first).toMatchObject({ status: 404, code: 'not-found' });
    expect((await call('GET', '/sample/accounts', { as: stranger })).body.items).toEqual([]);
    expect(await securityEvents()).toContainEqual(['AccessDenied', 'p-2']);
  });

  it('records every read by an auditor', async () => {
    await call('GET', '/sample/accounts', { as: auditor });
    expect(await securityEvents()).toContainEqual(['AuditorRead', 'p-3']);
  });

  it('demands If-Match for a change and refuses a stale one', async () => {
    const { body } = await call('POST', '/sample/accounts', { as: owner, body: { amount: 5 } });
    const path = `/sample/accounts/${body.id}/deposit`;
    const put = (headers: Record<string, string>) =>
      call('PUT', path, { as: owner, body: { amount: 1 }, headers });
    expect(await put({})).toMatchObject({ status: 428, body: { code: 'if-match-required' } });
    expect(await put({ 'if-match': '"7"' })).toMatchObject({ status: 412, body: { code: 'stale-revision' } });
    expect(await put({ 'if-match': 'W/"0"' })).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    });
    expect(await put({ 'if-match': '"0"' })).toMatchObject({ status: 200, body: { revision: 1 } });
  });

  it('explains problems in Chinese unless English is preferred', async () => {
    const body = { amount: 101 };
    const zh = await call('POST', '/sample/accounts', { as: owner, body });
    const en = await call('POST', '/sample/accounts', {
      as: owner,
      body,
      headers: { 'accept-language': 'en-GB' },
    });
    expect([zh.body.detail, en.body.detail]).toEqual(['账户已满（0）。', 'The account is full (0).']);
  });

  it('refuses a consistency token that is none', async () => {
    const answer = await call('GET', '/sample/accounts?waitFor=nonsense', { as: owner });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('answers health, metrics, its API description and unknown paths', async () => {
    expect(await call('GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
    expect(await call('GET', '/health/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
    expect((await call('GET', '/health/detail')).body[0]).toMatchObject({ service: 'sample' });
    expect((await call('GET', '/metrics')).body).toContain('iic_events_recorded_total');
    const { body: document } = await call('GET', '/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/sample/accounts'].post.security).toEqual([{ token: [] }]);
    expect(document.components.schemas.DepositDto.required).toEqual(['amount']);
    expect(await call('GET', '/nowhere')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await call('GET', '/sample/nowhere')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('lists the messages it could not handle to its administrators only', async () => {
    const admin = { role: 'system-admin', organisation: 'ops', person: 'p-9' } as const;
    expect(await call('GET', '/sample/operations/parked', { as: admin })).toMatchObject({
      status: 200,
      body: { items: [] },
    });
    expect(await call('GET', '/sample/operations/parked', { as: owner })).toMatchObject({ status: 403 });
    expect(await call('POST', '/sample/operations/parked/7/replay', { as: admin, body: {} })).toMatchObject({
      status: 404,
    });
  });

  it('refuses to open a store that another platform has', async () => {
    const settings = readSettings({
      IIC_DATA: data,
      IIC_DEV_ISSUER: '1',
      PORT: '0',
      IIC_LOG_LEVEL: 'silent',
    });
    await expect(startPlatform([sampleService], settings)).rejects.toMatchObject({ code: 'store-in-use' });
  });
});
