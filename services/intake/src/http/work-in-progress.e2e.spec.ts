/** What the lead unit changes after a submission is nobody's who judges the case, in lists no more than in the case. */
import { auditor, handler, IntakeClient, lead, unit } from '../testing/intake-client.ts';

const newName = '吉林省未公开产业创新中心';

describe('work in progress', () => {
  let client: IntakeClient;
  let id: string;

  beforeAll(async () => {
    client = await IntakeClient.start();
    id = await client.filed('公开');
    await client.ok('POST', `/applications/${id}/formality-check`, handler, {
      outcome: 'returned',
      points: [{ subject: 'summary', text: '请补充市场分析' }],
    });
    const en = 'JiLin Province Industrial Innovation Center of Secrets';
    const edited = await client.edit(id, 'PATCH', '', { field: 'biotechnology', name: { zh: newName, en } });
    const removed = await client.platform.change('DELETE', '/members/org-member', id, { as: lead });
    expect([edited.status, removed.status]).toEqual([200, 200]);
    const token = removed.headers.get('consistency-token') ?? '';
    await client.ok('GET', `/applications?waitFor=${encodeURIComponent(token)}`, lead);
  });

  afterAll(() => client.close());

  const list = async (as: typeof lead | typeof unit | typeof handler | typeof auditor, query = '') =>
    (await client.ok('GET', `/applications${query}`, as)).body.items;

  it.each([unit, handler])('is not in the list of a $role', async (as) => {
    const [item] = await list(as);
    expect(item).toMatchObject({
      caseId: id,
      field: 'new-materials',
      nameZh: '吉林省公开产业创新中心',
      members: ['org-member'],
    });
    expect(item).not.toHaveProperty('asSubmitted');
    expect(JSON.stringify(item)).not.toContain('Secrets');
    expect(await list(as, '?field=biotechnology')).toEqual([]);
    expect(await list(as, `?search=${encodeURIComponent('未公开产业')}`)).toEqual([]);
    expect(await list(as, '?field=new-materials')).toHaveLength(1);
    expect(await list(as, `?search=${encodeURIComponent('省公开产业')}`)).toHaveLength(1);
  });

  it.each([lead, auditor])('is in the list of a $role', async (as) => {
    expect(await list(as, `?search=${encodeURIComponent('未公开产业')}&field=biotechnology`)).toMatchObject([
      { caseId: id, nameZh: newName, members: [] },
    ]);
  });

  it('is not in the case as reviewers see it', async () => {
    const { body } = await client.ok('GET', `/applications/${id}`, unit);
    expect(body).toMatchObject({
      content: { field: 'new-materials' },
      confirmations: { 'org-member': ['collaborative-rd'] },
    });
    expect(JSON.stringify(body)).not.toContain(newName);
  });
});
