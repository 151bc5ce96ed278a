/** Reviews over HTTP, with intake's and construction's events recorded by stand-ins. */
import type { DevelopmentIdentity } from '@iic/access';
import type { TestPlatform } from '@iic/testing';
import { auditor, expert, handler, lead, register, startEvaluation } from './testing/review-driver.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startEvaluation();
  for (let number = 1; number <= 9; number += 1) await register(platform, `expert-${number}`);
  await register(platform, 'expert-finance', { qualifications: ['finance'] });
  await register(platform, 'expert-member', { employer: 'org-member' });
  await register(platform, 'expert-tied', { ties: [{ organisation: 'org-lead', kind: 'consultant' }] });
  await platform.settled('evaluation');
});

afterEach(async () => expect(await platform.parked('evaluation')).toEqual([]));

afterAll(() => platform.close());

describe('the expert register', () => {
  it('never shows names, and lists by qualification', async () => {
    const { body } = await platform.get('/evaluation/experts?qualification=finance', { as: handler });
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(['expert-finance']);
    expect(JSON.stringify(body)).not.toContain('姓名');
    expect((await platform.get('/evaluation/experts', { as: lead })).status).toBe(403);
  });

  it('tells name and contacts to those who invite, and to the person itself', async () => {
    const ask = (as: DevelopmentIdentity) => platform.get('/evaluation/experts/expert-1/person', { as });
    for (const as of [handler, auditor, expert('expert-1')])
      expect((await ask(as)).body).toMatchObject({ person: { name: '姓名expert-1' } });
    expect((await ask(expert('expert-2'))).status).toBe(404);
    const elsewhere = { ...handler, jurisdiction: '330000' } as const;
    expect((await ask(elsewhere)).status).toBe(404);
    const { body } = await platform.get('/evaluation/experts', { as: elsewhere });
    expect(body).toMatchObject({ items: [], counts: {} });
    expect((await ask(lead)).status).toBe(403);
  });

  it.each([
    ['no person', { person: undefined }, 'person'],
    ['a list for a person', { person: [] }, 'person'],
    ['a blank name', { person: { name: '  ' } }, 'person.name'],
    ['no particulars', { particulars: undefined }, 'particulars'],
    ['a list for particulars', { particulars: [] }, 'particulars'],
    ['a list among the ties', { particulars: { ties: [[]] } }, 'particulars.ties'],
    ['text without end', { particulars: { fields: ['x'.repeat(500)] } }, 'particulars.fields'],
  ])('is told which field is wrong: %s', async (_what, change, field) => {
    const body = { expertId: 'expert-wrong', particulars: {}, person: { name: '李四' }, ...change };
    const answer = await platform.post('/evaluation/experts', { as: handler, body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('takes one person under one key', async () => {
    const enter = (expertId: string) => {
      const particulars = { ties: [], stated: [], fields: [], qualifications: [] };
      const body = { expertId, particulars, person: { name: '李四' } };
      return platform.post('/evaluation/experts', { as: handler, body, key: 'enter-once' });
    };
    const answers = await Promise.all(['expert-x', 'expert-y', 'expert-z'].map(enter));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422]);
    for (const { status, body } of answers) {
      if (status === 422) expect(body.code).toBe('idempotency-key-reused');
    }
    await platform.settled('evaluation');
    const { items } = (await platform.get('/evaluation/experts?limit=200', { as: handler })).body;
    const entered = items.filter(({ id }: { id: string }) => /^expert-[xyz]$/.test(id));
    expect(entered).toHaveLength(1);
  });

  it('takes a person once, and lets it revise itself only', async () => {
    const again = {
      expertId: 'expert-1',
      particulars: { ties: [], stated: [], fields: [], qualifications: [] },
      person: { name: '李四' },
    };
    expect(await platform.post('/evaluation/experts', { as: handler, body: again })).toMatchObject({
      status: 409,
      body: { code: 'expert-exists' },
    });
    const revise = (as: ReturnType<typeof expert>) =>
      platform.put('/evaluation/experts/expert-1/particulars', {
        as,
        headers: { 'if-match': '"0"' },
        body: {
          particulars: {
            employer: 'org-other',
            stated: ['employer'],
            ties: [],
            fields: [],
            qualifications: ['external', 'technical'],
          },
          reason: '调动',
        },
      });
    expect((await revise(expert('expert-2'))).status).toBe(404);
    expect(await revise(expert('expert-1'))).toMatchObject({
      status: 200,
      body: { events: ['ExpertRevised'] },
    });
    expect((await revise(expert('expert-1'))).status).toBe(412);
  });
});
