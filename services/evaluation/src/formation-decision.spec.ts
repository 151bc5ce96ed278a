/** Decisions over HTTP: from the owner's proposal to number, document and later changes. */
import type { DevelopmentIdentity } from '@iic/access';
import type { TestPlatform } from '@iic/testing';
import {
  acceptCase,
  auditor,
  conclude,
  decider,
  drawPanel,
  handler,
  hash,
  lead,
  otherDecider,
  register,
  startEvaluation,
  unit,
} from './testing/review-driver.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startEvaluation();
  for (let number = 1; number <= 7; number += 1) await register(platform, `expert-${number}`);
  await register(platform, 'expert-finance', { qualifications: ['external', 'finance'] });
  await platform.settled('evaluation');
});

afterEach(async () => expect(await platform.parked('evaluation')).toEqual([]));

afterAll(() => platform.close());

const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const department = { role: 'department', organisation: 'org-finance-department', person: 'p-dept' } as const;
const prepare = { outcome: 'approved', reasons: '符合基本条件' };

const at = (decisionId: string, path = '') => `/evaluation/decisions/${decisionId}${path}`;
const post = (decisionId: string, path: string, as: DevelopmentIdentity, body: object = {}) =>
  platform.post(at(decisionId, path), { as, body });
const show = async (decisionId: string, as: DevelopmentIdentity = handler) =>
  (await platform.get(at(decisionId), { as })).body;

/** Ids of the decisions that wait for someone, as both the list and its counts tell. */
async function waitingFor(as: DevelopmentIdentity): Promise<readonly string[]> {
  await platform.settled('evaluation');
  const { body } = await platform.get('/evaluation/decisions?waitingFor=me', { as });
  const items: readonly { readonly id: string; readonly status: string }[] = body.items;
  expect(body.counts).toEqual(items.length === 0 ? {} : { prepared: items.length });
  return items.map(({ id }) => id);
}

/** Intake or construction proposes; a case that evaluation does not know yet is accepted first. */
async function propose(
  caseId: string,
  change: object = {},
  service = 'intake',
  type = 'FormationDecisionProposed',
) {
  const decisionId = `${caseId}-formation`;
  await platform.record(service, 'evaluation', caseId, {
    type,
    data: {
      decisionId,
      kind: 'formation',
      caseId,
      subject: `application-${caseId}`,
      subjectVersion: 1,
      subjectHash: hash(`${caseId} version 1`),
      leadUnit: 'org-lead',
      competentUnit: 'org-drc',
      province: '220000',
      reviewId: `${caseId}-formation-1`,
      summary: { zh: '批复组建方案', en: 'Approve the formation plan' },
      ...change,
    },
  });
  return decisionId;
}

describe('a formation decision', () => {
  const approval = { preparation: 1, subjectHash: hash('case-1 version 1') };
  let decisionId: string;
  let opinionHash: string;

  beforeAll(async () => {
    const reviewId = await acceptCase(platform, 'case-1');
    await drawPanel(platform, reviewId);
    opinionHash = await conclude(platform, reviewId);
    decisionId = await propose('case-1');
  });

  it('waits for a handler, with a time limit, and stays within the PDRC', async () => {
    expect(await show(decisionId)).toMatchObject({ status: 'open', waitingFor: ['pdrc-handler'] });
    expect(Date.parse((await show(decisionId)).until)).toBeGreaterThan(Date.now());
    for (const as of [lead, unit]) expect((await platform.get(at(decisionId), { as })).status).toBe(404);
    expect((await show(decisionId, auditor)).status).toBe('open');
  });

  it('asks another department, which sees its question and nothing prepared', async () => {
    const ask = { department: 'org-finance-department', question: '资金安排是否合适？' };
    expect((await platform.get(at(decisionId), { as: department })).status).toBe(404);
    await post(decisionId, '/opinion-requests', handler, ask);
    await post(decisionId, '/preparations', handler, prepare);
    const seen = await show(decisionId, department);
    expect(seen.departments).toMatchObject([{ question: '资金安排是否合适？', answer: null }]);
    expect(seen).not.toHaveProperty('preparation');
    await platform.settled('evaluation');
    const list = await platform.get('/evaluation/decisions?waitingFor=me', { as: department });
    expect(list.body.items).toMatchObject([{ id: decisionId }]);
  });

  it('rests on the opinion of the concluded review', async () => {
    expect((await show(decisionId)).preparation).toMatchObject({
      opinion: { reviewId: 'case-1-formation-1', opinionHash, recommendation: 'favourable' },
      article: 'Art. 15',
      merit: { roundId: null, rank: 1, of: 1 },
      minimumApprovers: 2,
    });
  });

  it('is approved by nobody while the department has not answered', async () => {
    expect(await post(decisionId, '/approvals', decider, approval)).toMatchObject({
      status: 409,
      body: { code: 'department-opinion-outstanding' },
    });
    const path = '/opinions/org-finance-department';
    const answer = { position: 'agree', text: '同意' };
    const stranger = { ...department, organisation: 'org-other' };
    expect((await post(decisionId, path, stranger, answer)).status).toBe(404);
    expect(await post(decisionId, path, department, answer)).toMatchObject({ status: 200 });
    expect((await show(decisionId, decider)).departments).toMatchObject([{ answer: { text: '同意' } }]);
  });

  it('is approved by two other persons, each once, as they read it', async () => {
    const handlerAsDecider = { ...decider, person: handler.person };
    expect(await post(decisionId, '/approvals', handlerAsDecider, approval)).toMatchObject({
      status: 403,
      body: { code: 'handler-cannot-decide' },
    });
    expect(await post(decisionId, '/approvals', handler, approval)).toMatchObject({ status: 403 });
    expect(await post(decisionId, '/approvals', decider, { ...approval, preparation: 2 })).toMatchObject({
      status: 409,
      body: { code: 'preparation-superseded' },
    });
    expect(await waitingFor(decider)).toEqual([decisionId]);
    expect(await post(decisionId, '/approvals', decider, approval)).toMatchObject({
      body: { events: ['DecisionApproved'] },
    });
    expect(await waitingFor(decider)).toEqual([]);
    expect(await waitingFor(handlerAsDecider)).toEqual([]);
    expect(await waitingFor(otherDecider)).toEqual([decisionId]);
    expect(await post(decisionId, '/approvals', decider, approval)).toMatchObject({
      status: 409,
      body: { code: 'approved-already' },
    });
    expect((await platform.get(at(decisionId, '/document.docx'), { as: handler })).status).toBe(409);
    expect(await post(decisionId, '/approvals', otherDecider, approval)).toMatchObject({
      body: { events: ['DecisionApproved', 'DecisionTaken'] },
    });
  });

  it('gets the first number of the year, and is then seen by the case', async () => {
    await platform.settled('evaluation');
    const seen = await show(decisionId, lead);
    expect(seen).toMatchObject({ status: 'taken', outcome: 'approved', number: { year, serial: 1 } });
    for (const hidden of ['approvers', 'handler', 'departments', 'merit'])
      expect(seen).not.toHaveProperty(hidden);
    expect((await show(decisionId)).approvers).toEqual(['p-decider', 'p-decider-2']);
  });

  it('prints as a document', async () => {
    const { status, headers } = await platform.download(at(decisionId, '/document.docx'), lead);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('wordprocessingml');
  });

  it('is carried by an official document under a number that is used once', async () => {
    const issue = {
      form: 'reply',
      agencyCode: '吉样发改',
      year: 2026,
      serial: 420,
      title: '关于组建样例中心的批复',
      issuedOn: '2026-03-05',
      addressee: 'org-lead',
      decisions: [decisionId],
    };
    const made = await platform.post('/evaluation/documents', { as: handler, body: issue });
    expect(made).toMatchObject({ status: 201, body: { events: ['OfficialDocumentIssued'] } });
    const again = { ...issue, agencyCode: '吉样 发改' };
    expect(await platform.post('/evaluation/documents', { as: handler, body: again })).toMatchObject({
      status: 409,
      body: { code: 'document-number-taken' },
    });
    await platform.settled('evaluation');
    expect((await show(decisionId, lead)).documents).toEqual([made.body.id]);
    const open = { ...issue, serial: 421, decisions: ['case-9-formation'] };
    expect((await platform.post('/evaluation/documents', { as: handler, body: open })).status).toBe(404);
    await acceptCase(platform, 'case-8');
    const untaken = await propose('case-8', { reviewId: null });
    const early = { ...open, decisions: [untaken] };
    expect(await platform.post('/evaluation/documents', { as: handler, body: early })).toMatchObject({
      status: 409,
      body: { code: 'decision-not-taken' },
    });
    const elsewhere = { ...handler, jurisdiction: '330000' } as const;
    const foreign = { ...issue, serial: 422 };
    expect((await platform.post('/evaluation/documents', { as: elsewhere, body: foreign })).status).toBe(404);
    const path = `/evaluation/documents/${made.body.id}`;
    expect((await platform.get(path, { as: elsewhere })).status).toBe(404);
    expect((await platform.get(path, { as: handler })).status).toBe(200);
  });
});

describe('a ranking of a round', () => {
  it('contains concluded reviews only, and is cited by cases it contains', async () => {
    await acceptCase(platform, 'case-2');
    await propose('case-2', { reviewId: null });
    const rank = (entries: readonly object[]) =>
      platform.post('/evaluation/merit-rounds/round-1/rankings', {
        as: handler,
        body: { kind: 'formation', reasons: '按专家组意见排序', entries },
      });
    expect(await rank([{ reviewId: 'case-2-formation-1', rank: 1 }])).toMatchObject({
      status: 409,
      body: { code: 'ranking-review-open' },
    });
    expect(await rank([{ reviewId: 'case-1-formation-1', rank: 1 }])).toMatchObject({ status: 201 });
    const elsewhere = { ...handler, jurisdiction: '330000' } as const;
    const ranking = {
      kind: 'formation',
      reasons: '按专家组意见排序',
      entries: [{ reviewId: 'case-1-formation-1', rank: 1 }],
    };
    for (const round of ['round-1', 'round-2']) {
      const path = `/evaluation/merit-rounds/${round}/rankings`;
      expect((await platform.post(path, { as: elsewhere, body: ranking })).status).toBe(404);
    }
    const round = '/evaluation/merit-rounds/round-1';
    expect((await platform.get(round, { as: elsewhere })).status).toBe(404);
    const cite = { ...prepare, meritRound: 'round-1' };
    expect(await post('case-2-formation', '/preparations', handler, cite)).toMatchObject({
      status: 422,
      body: { code: 'case-not-ranked' },
    });
    const { body } = await platform.get('/evaluation/merit-rounds/round-1', { as: auditor });
    expect(body).toMatchObject({
      round: { edition: 1, entries: [{ caseId: 'case-1', averageScore: '80.00' }] },
    });
  });
});
