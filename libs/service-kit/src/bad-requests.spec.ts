import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type DevelopmentIdentity, DevelopmentIssuer } from '@iic/access';
import { Controller, Get, Module } from '@nestjs/common';
import { type Platform, startPlatform } from './platform-server.ts';
import { developmentIssuerFile } from './process-host.ts';
import { readSettings } from './settings.ts';
import { sampleService } from './testing/sample-service.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'iic-platform-'));
const settingsOf = (folder: string, port = '0') =>
  readSettings({ IIC_DATA: folder, IIC_DEV_ISSUER: '1', PORT: port, IIC_LOG_LEVEL: 'silent' });
const data = newFolder();
let platform: Platform;
let issuer: DevelopmentIssuer;
let keys = 0;

beforeAll(async () => {
  platform = await startPlatform([sampleService], settingsOf(data));
  issuer = await DevelopmentIssuer.open(developmentIssuerFile(data));
});

afterAll(() => platform.close());

const analyst = { role: 'analytics', organisation: 'an-institute', person: 'p-9' } as const;
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
    ['PUT', '/health/live', 405, 'method-not-allowed'],
    ['POST', '/openapi.json', 405, 'method-not-allowed'],
    ['PUT', '/nowhere', 404, 'not-found'],
  ])('answers %s %s with a problem too', async (method, path, status, code) => {
    const answer = await call(method, path, { as: owner });
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/^GET/);
  });

  it.each([
    ['headers beyond all measure', `GET / HTTP/1.1\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    ['what is not HTTP', 'HELO there\r\n\r\n', 400],
  ])('answers %s with a problem too', async (_what, sent, status) => {
    const { hostname, port } = new URL(platform.url);
    // It does not close its own side, so the server must.
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    socket.on('error', () => undefined);
    socket.write(sent);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} .*application/problem\\+json`, 's'));
    expect(JSON.parse(body)).toMatchObject({
      status,
      code: 'invalid-request',
      errors: [{ field: 'request' }],
    });
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

  it.each([
    ['broken', '{"amount":', 400],
    ['empty', '', 400],
    ['null', 'null', 400],
    ['a number', '1', 400],
    ['a list', '[]', 400],
    ['a number beyond all bounds', '{"amount":1e999}', 400],
    ['about a prototype', '{"__proto__":{"amount":1}}', 400],
    ['nested too deeply', `{"note":${'['.repeat(3_000)}${']'.repeat(3_000)}}`, 400],
    ['of a size nobody reads', `{"note":"${'x'.repeat(9_000_000)}"}`, 413],
    ['of another type', { 'content-type': 'application/xml' }, 415],
    ['of another encoding', { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['compressed', { 'content-encoding': 'gzip' }, 415],
  ])('tells in both languages what is wrong with a body that is %s', async (_what, sent, status) => {
    for (const language of ['zh-CN', 'en']) {
      const headers = { 'accept-language': language, ...(typeof sent === 'string' ? {} : sent) };
      const body = typeof sent === 'string' ? sent : '{"amount":1}';
      const refused = await call('POST', '/sample/accounts', { as: owner, headers, body });
      expect([refused.status, refused.body.code]).toEqual([status, 'invalid-request']);
      for (const { field, message } of refused.body.errors) {
        expect(field).toMatch(/^(body|amount)/);
        expect(/\p{Script=Han}/u.test(message)).toBe(language === 'zh-CN');
        expect(message).not.toMatch(
          /[A-Za-z]{3,} [A-Za-z]{2,}.*\p{Script=Han}|\p{Script=Han}.*[a-z]{3,} [a-z]{2,}/u,
        );
      }
    }
  });

  it.each(['', '%20', '0x10', '1e3', '+1', '1.0', '-1', '١'])(
    'takes %p for no number of a query',
    async (text) => {
      const refused = await call('GET', `/sample/events?after=${text}`, { as: analyst });
      expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'after' }] } });
    },
  );

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
    const settings = settingsOf(newFolder(), new URL(platform.url).port);
    await expect(startPlatform([sampleService], settings)).rejects.toThrow(/Port \d+ is in use\..*PORT=0/);
  });

  it('closes what it had opened where it cannot start, so that the next start finds it free', async () => {
    @Controller('open')
    class Undeclared {
      @Get()
      show() {
        return {};
      }
    }
    @Module({ controllers: [Undeclared] })
    class UndeclaredModule {}
    const settings = settingsOf(newFolder());
    const broken = { ...sampleService, module: UndeclaredModule };
    await expect(startPlatform([broken], settings)).rejects.toThrow('Undeclared.show');
    const started = await startPlatform([sampleService], settings);
    await started.close();
  });

  it.each(['events', 'security', 'keys', 'messaging', 'read-models'])(
    'names the file when it cannot start because %s.sqlite is damaged',
    async (name) => {
      const folder = newFolder();
      mkdirSync(join(folder, 'sample'));
      writeFileSync(join(folder, 'sample', `${name}.sqlite`), 'no database'.repeat(1_000));
      const settings = settingsOf(folder);
      const file = join(folder, 'sample', `${name}.sqlite`);
      await expect(startPlatform([sampleService], settings)).rejects.toThrow(`${file} is damaged`);
    },
  );

  it('describes the query parameters of a list', async () => {
    const { paths } = (await call('GET', '/openapi.json')).body;
    const { parameters } = paths['/sample/accounts'].get;
    expect(parameters).toContainEqual(
      expect.objectContaining({ name: 'waitFor', in: 'query', required: false }),
    );
  });
});
