/** What the register of organisations refuses. */
import { handler, IntakeClient } from '../testing/intake-client.ts';

let client: IntakeClient;
beforeAll(async () => {
  client = await IntakeClient.start();
});
afterAll(() => client.close());

const head = () => client.platform.runtime.store.head();

/** The command is refused as it should be, in both languages, and nothing is recorded. */
async function refused(
  method: string,
  path: string,
  options: Parameters<typeof client.platform.call>[2],
  status: number,
  code: string,
): Promise<void> {
  const before = await head();
  const zh = await client.platform.call(method, path, { as: handler, ...options });
  const headers = { ...options?.headers, 'accept-language': 'en' };
  const en = await client.platform.call(method, path, { as: handler, ...options, headers });
  expect([zh.status, zh.body.code]).toEqual([status, code]);
  expect(zh.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(zh.body.detail).toMatch(/[\u4e00-\u9fff]/);
  expect(en.body.detail).toMatch(/^[^\u4e00-\u9fff]*[A-Za-z]/);
  expect(await head()).toBe(before);
}

describe('organisations that come under one code at the same instant', () => {
  it('do not share it: one is registered, every other is told whose it is', async () => {
    const body = { uscc: '91220101000000007J', name: '某', kind: 'enterprise', area: '220100' };
    const answers = await Promise.all(
      ['org-a', 'org-b', 'org-c'].map((id) =>
        client.platform.call('POST', '/organisations', { as: handler, body: { ...body, id } }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const winner = answers.find(({ status }) => status === 201)?.body.id;
    for (const { status, body: problem } of answers) {
      if (status === 409)
        expect(problem).toMatchObject({ code: 'uscc-registered', detail: expect.stringContaining(winner) });
    }
  });
});

describe('an organisation is refused', () => {
  const entry = { id: 'org-x', name: '某', uscc: '91350100M000100Y43', kind: 'enterprise', area: '220100' };
  it('with a wrong check character', () =>
    refused(
      'POST',
      '/organisations',
      { as: handler, body: { ...entry, uscc: '91310115MA1G4L1WXK' } },
      422,
      'uscc-invalid',
    ));
  it('with a list where its contact should be', () =>
    refused('POST', '/organisations', { body: { ...entry, contact: [] } }, 400, 'invalid-request'));
  it('under a key that entered another, and its code stays free', async () => {
    const first = { ...entry, id: 'org-first', uscc: '91220101000000015D' };
    const enter = (body: object) =>
      client.platform.call('POST', '/organisations', { as: handler, body, key: 'enter-once' });
    expect((await enter(first)).status).toBe(201);
    expect((await enter(first)).body.id).toBe('org-first');
    await refused(
      'POST',
      '/organisations',
      { body: entry, key: 'enter-once' },
      422,
      'idempotency-key-reused',
    );
  });
  it('under a competent unit that is not in the register', () =>
    refused(
      'POST',
      '/organisations',
      { as: handler, body: { ...entry, uscc: '91220101000000005C', competentUnit: 'org-nobody' } },
      422,
      'competent-unit-unknown',
    ));
  it('under a code that is taken', () =>
    refused('POST', '/organisations', { as: handler, body: entry }, 409, 'uscc-registered'));
});
