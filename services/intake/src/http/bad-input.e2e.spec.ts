import { type HostileKind, hostileDocument, hostileDocuments } from '@iic/documents/testing';
import { docx, IntakeClient, lead, otherLead, pdf, unit } from '../testing/intake-client.ts';

let client: IntakeClient;
let draft: string;
let sent: string;
beforeAll(async () => {
  client = await IntakeClient.start();
  draft = await client.readyDraft('坏输入');
  sent = await client.submitted('已提交');
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
  const zh = await client.platform.call(method, path, { as: lead, ...options });
  const headers = { ...options?.headers, 'accept-language': 'en' };
  const en = await client.platform.call(method, path, { as: lead, ...options, headers });
  expect([zh.status, zh.body.code]).toEqual([status, code]);
  expect(zh.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(zh.body.detail).toMatch(/[\u4e00-\u9fff]/);
  expect(en.body.detail).toMatch(/^[^\u4e00-\u9fff]*[A-Za-z]/);
  expect(await head()).toBe(before);
}

async function etagOf(id: string): Promise<Record<string, string>> {
  const shown = await client.ok('GET', `/applications/${id}`, lead);
  return { 'if-match': shown.headers.get('etag') ?? '' };
}

describe('a change of a draft is refused', () => {
  const patch = async (body: unknown, status: number, code: string) =>
    refused('PATCH', `/applications/${draft}`, { body, headers: await etagOf(draft) }, status, code);

  it('with an unknown field', () => patch({ colour: 'red' }, 400, 'invalid-request'));
  it('of a wrong type', () => patch({ field: 7 }, 400, 'invalid-request'));
  it('with null where nothing may be null', () => patch({ name: null }, 400, 'invalid-request'));
  it('with an over-long text', () =>
    patch({ name: { zh: '长'.repeat(201), en: 'x' } }, 400, 'invalid-request'));
  it('with nothing in it', () => patch({}, 422, 'nothing-to-edit'));
  it('with a field that is none', () => patch({ field: 'alchemy' }, 422, 'code-unknown'));
  it('with half of a surrogate pair', () =>
    patch(
      { platforms: [{ name: '\ud800', kind: 'laboratory', level: 'other', host: '某' }] },
      422,
      'not-canonical',
    ));
  it('without If-Match', () =>
    refused('PATCH', `/applications/${draft}`, { body: { field: 'new-energy' } }, 428, 'if-match-required'));
  it('on a stale revision', () =>
    refused(
      'PATCH',
      `/applications/${draft}`,
      { body: { field: 'new-energy' }, headers: { 'if-match': '"0"' } },
      412,
      'stale-revision',
    ));
  it('once it is submitted', async () =>
    refused(
      'PATCH',
      `/applications/${sent}`,
      { body: { field: 'new-energy' }, headers: await etagOf(sent) },
      409,
      'wrong-state',
    ));
  it('by somebody else, who does not learn that it exists', async () => {
    const headers = { 'if-match': '"1"' };
    await refused('PATCH', `/applications/${draft}`, { as: otherLead, body: {}, headers }, 404, 'not-found');
    await refused('PATCH', '/applications/nothing', { as: otherLead, body: {}, headers }, 404, 'not-found');
  });
  it('by a role that never writes', async () =>
    refused(
      'PATCH',
      `/applications/${draft}`,
      { as: unit, body: {}, headers: { 'if-match': '"1"' } },
      403,
      'access-denied',
    ));
  it('listing a member outside the register', async () =>
    refused(
      'PUT',
      `/applications/${draft}/members/nobody`,
      { body: { forms: ['joint-funding'], contribution: '出资' }, headers: await etagOf(draft) },
      409,
      'member-unregistered',
    ));
});

describe('a chapter is refused', () => {
  const write = async (text: string, status: number, code: string, key = 'summary') =>
    refused(
      'PUT',
      `/applications/${draft}/chapters/${key}`,
      { body: { text }, headers: await etagOf(draft) },
      status,
      code,
    );

  it('of 50,000 characters, for a summary', () => write('长'.repeat(50_000), 422, 'chapter-too-long'));
  it('that is empty', () => write('', 400, 'invalid-request'));
  it('with control characters', () => write('a\u0000b', 400, 'invalid-request'));
  it('with half of a surrogate pair', () => write('好\udc00', 422, 'not-canonical'));
  it('that the outline does not have', () => write('某', 422, 'code-unknown', 'epilogue'));

  it('but a summary of 10 is taken in, and asks for a justification', async () => {
    const id = await client.readyDraft('短摘要');
    await client.edit(id, 'PUT', '/chapters/summary', { text: '这是一份很短的摘要。' });
    const { findings, bars } = (await client.ok('GET', `/applications/${id}/findings`, lead)).body;
    expect(bars).toBe(true);
    expect(findings[0]).toMatchObject({
      code: 'summary-length-extreme',
      strength: 'needs-justification',
      article: 'platform default',
    });
    const body = { manifestHash: await client.manifestHash(id), truthful: true };
    await refused('POST', `/applications/${id}/submission`, { body }, 422, 'justification-needed');
  });
});

describe('a document is refused', () => {
  const kinds = Object.keys(hostileDocuments) as HostileKind[];
  it.each(kinds)('as a plan: %s', async (kind) => {
    const upload = { bytes: await hostileDocument(kind), type: docx };
    const before = await head();
    const answer = await client.platform.call('POST', `/applications/${draft}/plan`, { as: lead, upload });
    expect(answer.status).toBe(422);
    expect(answer.body.code).toMatch(/^docx-/);
    expect(await head()).toBe(before);
  });

  const attach = (
    upload: { bytes: Uint8Array; type: string },
    status: number,
    code: string,
    kind = 'charter',
  ) => refused('POST', `/applications/${draft}/attachments/${kind}`, { upload }, status, code);

  it('as an attachment of another type than it says', () =>
    attach({ bytes: Buffer.from('只是文字'), type: 'application/pdf' }, 422, 'attachment-type-mismatch'));
  it('as an attachment of a type the kind does not take', () =>
    attach({ bytes: pdf('x'), type: 'application/octet-stream' }, 422, 'attachment-type-not-allowed'));
  it('as an attachment over the cap', () =>
    attach(
      { bytes: Buffer.concat([pdf('x'), Buffer.alloc(52_428_800)]), type: 'application/pdf' },
      422,
      'attachment-too-large',
    ));
  it('as an empty attachment', () =>
    attach({ bytes: new Uint8Array(), type: 'application/pdf' }, 422, 'attachment-empty'));
  it('as an attachment of an unknown kind', () =>
    attach({ bytes: pdf('x'), type: 'application/pdf' }, 422, 'attachment-kind-unknown', 'photo'));
  it('when JSON comes in its place', () =>
    refused('POST', `/applications/${draft}/attachments/charter`, { body: {} }, 422, 'upload-expected'));
});

describe('a submission is refused', () => {
  it('for another hash than that of the content', async () =>
    refused(
      'POST',
      `/applications/${draft}/submission`,
      { body: { manifestHash: '0'.repeat(64), truthful: true } },
      409,
      'commitment-outdated',
    ));
  it('without a commitment', () =>
    refused('POST', `/applications/${draft}/submission`, { body: {} }, 409, 'commitment-missing'));
  it('while hard findings stand, each with its article and what to do', async () => {
    const { id } = (await client.ok('POST', '/applications', lead, {})).body;
    const answer = await client.platform.call('POST', `/applications/${id}/submission`, {
      as: lead,
      body: {},
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'submission-blocked']);
    expect(answer.body.findings).toContainEqual({
      code: 'field-missing',
      strength: 'hard',
      article: 'Art. 12',
      params: {},
      message: '尚未选定战略性领域。请选定。',
    });
  });
});

describe('commands are repeated', () => {
  it('with the same key and content: the first outcome; with other content: refused', async () => {
    const first = await client.platform.call('POST', '/applications', { as: lead, body: {}, key: 'again' });
    const again = await client.platform.call('POST', '/applications', { as: lead, body: {}, key: 'again' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    await refused(
      'POST',
      '/applications',
      { body: { province: '220000' }, key: 'again' },
      422,
      'idempotency-key-reused',
    );
  });

  it('an upload under the same key is the same upload, and another is refused', async () => {
    const path = `/applications/${draft}/attachments/charter`;
    const upload = (content: string) => ({
      as: lead,
      key: 'upload',
      upload: { bytes: pdf(content), type: 'application/pdf' },
    });
    const first = await client.platform.call('POST', path, upload('一'));
    expect((await client.platform.call('POST', path, upload('一'))).body).toEqual(first.body);
    expect((await client.platform.call('POST', path, upload('二'))).body.code).toBe('idempotency-key-reused');
  });

  it('two conflicting ones at once: one succeeds', async () => {
    const id = await client.submitted('并发');
    const review = (outcome: object) =>
      client.platform.call('POST', `/applications/${id}/preliminary-review`, { as: unit, body: outcome });
    const answers = await Promise.all([
      review({ outcome: 'passed', opinion: '同意' }),
      review({ outcome: 'rejected', reasons: '不符合布局' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
