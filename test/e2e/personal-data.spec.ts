/** A person's data can be destroyed, and history stays what it was. */
import { WholePlatform } from '../platform/whole-platform.ts';
import { done } from './cases.ts';

let platform: WholePlatform;
beforeAll(async () => {
  platform = await WholePlatform.start();
});
afterAll(() => platform.close());

const admin = { role: 'system-admin', organisation: 'platform', person: 'p-admin' } as const;
const handler = { role: 'pdrc-handler', organisation: 'org-pdrc', person: 'p-handler' } as const;
const auditor = { role: 'auditor', organisation: 'org-audit', person: 'p-audit' } as const;
const path = '/evaluation/operations/personal-data/destruction';
const body = { subject: 'expert-gone', reason: '本人申请删除个人信息' };

it('is destroyed by an administrator, on the record, and nobody else', async () => {
  const { client } = platform;
  const person = { name: '被遗忘者', telephone: '0431-0000' };
  const expert = { expertId: 'expert-gone', particulars: {}, person };
  await done(client.post('/evaluation/experts', { as: handler, body: expert }));
  const seen = async () =>
    (await done(client.get('/evaluation/experts/expert-gone/person', { as: handler }))).text;
  expect(await seen()).toContain('被遗忘者');
  const leaves = async () => {
    const { runtime } = platform.services.find(({ runtime: { name } }) => name === 'evaluation') ?? {};
    return (await runtime?.store.readAll(0, 10))?.map(({ leaf }) => Buffer.from(leaf).toString('hex'));
  };
  const before = await leaves();

  expect((await client.post(path, { as: handler, body })).status).toBe(403);
  expect((await client.post(path, { as: admin, body: { ...body, subject: 'nobody' } })).status).toBe(404);
  for (let time = 0; time < 2; time += 1) await done(client.post(path, { as: admin, body, key: 'forget' }));

  expect(await seen()).not.toContain('被遗忘者');
  expect(await leaves()).toEqual(before);
  await platform.settled();
  const journal = await done(client.get('/audit/journals/evaluation-security', { as: auditor }));
  const records = journal.body.records.map(({ bytes }: { bytes: string }) =>
    JSON.parse(Buffer.from(bytes, 'base64').toString()),
  );
  expect(records).toContainEqual(
    expect.objectContaining({
      type: 'PersonalDataDestroyed',
      data: body,
      actor: expect.objectContaining({ subject: 'p-admin' }),
    }),
  );
  const destroyed = records.filter(({ type }: { type: string }) => type === 'PersonalDataDestroyed');
  expect(destroyed).toHaveLength(1);
  const revised = { particulars: {}, reason: '更新', person };
  const headers = { 'if-match': '"0"' };
  const refused = await client.call('PUT', '/evaluation/experts/expert-gone/particulars', {
    as: handler,
    body: revised,
    headers,
  });
  expect(refused).toMatchObject({ status: 409, body: { code: 'key-shredded' } });
});
