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

describe('a platform', () => {
  it.each([
    ['GET', '/sample/nowhere', 404, 'not-found'],
    ['GET', '/sample/accounts/%E0%A4%A', 400, 'invalid-request'],
    ['GET', '/%E0%A4%A', 400, 'invalid-request'],
    ['GET', `/sample/accounts/${'x'.repeat(300)}`, 400, 'invalid-request'],
    ['DELETE', '/sample/accounts', 405, 'method-not-allowed'],
  ])('answers %s %s with a problem too', async (method, path, status, code) => {
    const answer = await call(method, path, { as: owner });
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  it('tells what is wrong with a field in the language of the caller', async () => {
    const messages = async (language: string, body: object) => {
      const headers = { 'accept-language': language };
      return (await call('POST', '/sample/accounts', { as: owner, headers, body })).body.errors;
    };
    expect(await messages('zh-CN', { amount: 0, colour: 'red' })).toEqual(
      expect.arrayContaining([
        { field: 'amount', message: '不得小于 1' },
        { field: 'colour', message: '没有这个字段，请删除' },
      ]),
    );
    expect(await messages('en', { amount: 0 })).toEqual([
      { field: 'amount', message: 'amount must not be less than 1' },
    ]);
  });

  it.each(['a\u0000b', 'a\u202eb', '\ufeffa', 'a\u2067'])(
    'refuses text with unseen characters',
    async (note) => {
      const refused = await call('POST', '/sample/accounts', { as: owner, body: { amount: 1, note } });
      expect(refused).toMatchObject({
        status: 400,
        body: { code: 'invalid-request', errors: [{ field: 'note' }] },
      });
    },
  );

  it('refuses a query parameter that a route does not know', async () => {
    const refused = await call('GET', '/sample/accounts/some?colour=red', { as: owner });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'colour' }] } });
  });

  it('says which port is in use, and what to do', async () => {
    const settings = readSettings({
      IIC_DATA: mkdtempSync(join(tmpdir(), 'iic-platform-')),
      IIC_DEV_ISSUER: '1',
      PORT: new URL(platform.url).port,
      IIC_LOG_LEVEL: 'silent',
    });
    await expect(startPlatform([sampleService], settings)).rejects.toThrow(/Port \d+ is in use\..*PORT=0/);
  });

  it('describes the query parameters of a list', async () => {
    const { paths } = (await call('GET', '/openapi.json')).body;
    const { parameters } = paths['/sample/accounts'].get;
    expect(parameters).toContainEqual(
      expect.objectContaining({ name: 'waitFor', in: 'query', required: false }),
    );
  });
});
