/** What an official reads in Chinese says the words of the guideline, with the code a request would name. */
import { WholePlatform } from '../platform/whole-platform.ts';
import { playUntil } from './cases.ts';

let platform: WholePlatform;
beforeAll(async () => {
  platform = await WholePlatform.start();
});
afterAll(() => platform.close());

it('names statuses, acts and roles in words', async () => {
  const { client } = platform;
  const { id, path, cast } = await playUntil(platform, 'words', 'accepts the application');
  const headers = { 'accept-language': 'zh-CN' };
  const detailOf = async (at: string, asking: Parameters<typeof client.post>[1]) =>
    (await client.post(at, { ...asking, headers })).body.detail;
  const review = `/evaluation/reviews/${id}-formation-1`;
  expect(await detailOf(`${path}/filing`, { as: cast.lead })).toContain('评审中（under-review）');
  expect(await detailOf(`${review}/panel`, { as: cast.handler })).toMatch(
    /抽取种子承诺中（committing）.*组成专家组（ComposePanel）.*提交种子承诺（CommitSeed）、/,
  );
});

it('says what needs a reason, and by which rule', async () => {
  const { client } = platform;
  const { id, cast } = await playUntil(platform, 'reasons', 'prepares the decision “accepted”');
  const body = { outcome: 'not-accepted', reasons: '未完成建设任务' };
  const headers = { 'accept-language': 'zh-CN' };
  const at = `/evaluation/decisions/${id}-acceptance-1/preparations`;
  const answer = await client.post(at, { as: cast.handler, body, headers });
  expect(answer).toMatchObject({ status: 422, body: { code: 'justification-required' } });
  for (const { message } of answer.body.findings) expect(message).toMatch(/^[\p{Script=Han}]/u);
});
