/** What must be refused, over real HTTP, in a platform where all services run. */
import { type HostileKind, hostileDocument, hostileDocuments } from '@iic/documents/testing';
import { usccCheckCharacter } from '@iic/reference-data';
import type { Asking } from '../platform/client.ts';
import { WholePlatform } from '../platform/whole-platform.ts';
import { castOf, done, ifMatch, playUntil, refused, type StoppedCase } from './cases.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const stranger = castOf('stranger').lead;
let platform: WholePlatform;
let draft: StoppedCase;

beforeAll(async () => {
  platform = await WholePlatform.start();
  draft = await playUntil(platform, 'draft', '说明基本条件');
});

afterAll(() => platform.close());

const refuse = (method: string, path: string, asking: Asking, status: number, code: string): Promise<void> =>
  refused(platform, [method, path, asking], status, code);

describe('a draft', () => {
  const patch = async (asking: Asking, status: number, code: string) => {
    const headers = await ifMatch(platform, draft.path, draft.cast.lead);
    await refuse('PATCH', draft.path, { as: draft.cast.lead, headers, ...asking }, status, code);
  };

  it('takes no unknown field', () => patch({ body: { colour: 'red' } }, 400, 'invalid-request'));
  it('is not edited by another role', () =>
    patch({ as: draft.cast.handler, body: { field: 'new-energy' } }, 403, 'access-denied'));
  it('is not there for another unit', () =>
    patch({ as: stranger, body: { field: 'new-energy' } }, 404, 'not-found'));
  it('is not edited on a stale revision', () =>
    patch({ body: { field: 'new-energy' }, headers: { 'if-match': '"0"' } }, 412, 'stale-revision'));
  it('cannot be filed before its time', () =>
    refuse('POST', `${draft.path}/filing`, { as: draft.cast.lead, body: {} }, 409, 'wrong-state'));

  it('gives a repeated command its first outcome, and refuses its key for another', async () => {
    const as = draft.cast.lead;
    const first = await platform.client.post('/intake/applications', { as, body: {}, key: 'once' });
    const again = await platform.client.post('/intake/applications', { as, body: {}, key: 'once' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = { as, body: { province: '220000' }, key: 'once' };
    await refuse('POST', '/intake/applications', other, 422, 'idempotency-key-reused');
  });

  it('takes no summary of 50,000 characters, and asks why one has 10', async () => {
    const as = draft.cast.lead;
    const write = async (text: string): Promise<Asking> => ({
      as,
      body: { text },
      headers: await ifMatch(platform, draft.path, as),
    });
    const summary = `${draft.path}/chapters/summary`;
    await refuse('PUT', summary, await write('长'.repeat(50_000)), 422, 'chapter-too-long');
    const { body: before } = await platform.client.get(summary, { as });
    await done(platform.client.put(summary, await write('这是一份很短的摘要。')));
    const { body: manifest } = await platform.client.get(`${draft.path}/manifest`, { as });
    const body = { manifestHash: manifest.manifestHash, truthful: true };
    await refuse('POST', `${draft.path}/submission`, { as, body }, 422, 'justification-needed');
    await done(platform.client.put(summary, await write(before.text)));
  });
});

describe('the register of organisations', () => {
  it('takes no code with a wrong check character', async () => {
    const body = '91220101MA0Y0XM15';
    const wrong = usccCheckCharacter(body) === '0' ? '1' : '0';
    const entry = { name: '示例单位', uscc: `${body}${wrong}`, kind: 'enterprise', area: '220100' };
    await refuse('POST', '/intake/organisations', { as: stranger, body: entry }, 422, 'uscc-invalid');
  });
});

describe('a file', () => {
  it.each(Object.keys(hostileDocuments) as HostileKind[])('is no plan: %s', async (kind) => {
    const body = await hostileDocument(kind);
    const headers = { 'content-type': docx };
    const asking = { as: draft.cast.lead, body, headers };
    await refuse('POST', `${draft.path}/plan`, asking, 422, hostileDocuments[kind].code);
  });

  const attach = (body: Uint8Array, type: string, code: string) => {
    const asking = { as: draft.cast.lead, body, headers: { 'content-type': type } };
    return refuse('POST', `${draft.path}/attachments/charter`, asking, 422, code);
  };
  it('is no attachment when it is of another type than it says', () =>
    attach(Buffer.from('只是文字'), 'application/pdf', 'attachment-type-mismatch'));
  it('is no attachment when it is over the cap', () => {
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(51 * 1024 * 1024)]);
    return attach(large, 'application/pdf', 'attachment-too-large');
  });
});

describe('a submitted case', () => {
  let submitted: StoppedCase;

  beforeAll(async () => {
    submitted = await playUntil(platform, 'submitted', '承诺并提交');
  });

  it('is reviewed once, though two opposite reviews come at once', async () => {
    const review = (body: object) =>
      platform.client.post(`${submitted.path}/preliminary-review`, { as: submitted.cast.unit, body });
    const answers = await Promise.all([
      review({ outcome: 'passed', opinion: '同意（示例）' }),
      review({ outcome: 'returned', points: [{ subject: 'general', text: '请补充（示例）' }] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('keeps its name from others', async () => {
    const as = draft.cast.lead;
    const { body: shown } = await platform.client.get(submitted.path, { as: submitted.cast.lead });
    const { zh, en } = shown.content.name;
    const headers = await ifMatch(platform, draft.path, as);
    await done(
      platform.client.call('PATCH', draft.path, { as, headers, body: { name: { zh, en: `${en} Two` } } }),
    );
    const { body: manifest } = await platform.client.get(`${draft.path}/manifest`, { as });
    const body = { manifestHash: manifest.manifestHash, truthful: true };
    await refuse('POST', `${draft.path}/submission`, { as, body }, 409, 'name-taken');
  });

  it('takes nothing more once it is withdrawn', async () => {
    const as = submitted.cast.lead;
    await done(platform.client.post(`${submitted.path}/withdrawal`, { as, body: { reason: '另有安排' } }));
    await platform.settled();
    await refuse('POST', `${submitted.path}/filing`, { as, body: {} }, 409, 'wrong-state');
    const review = { as: submitted.cast.unit, body: { outcome: 'passed', opinion: '同意（示例）' } };
    await refuse('POST', `${submitted.path}/preliminary-review`, review, 409, 'wrong-state');
  });
});

describe('a panel', () => {
  it('takes no scores from a member with a conflict, nor the same conflict twice', async () => {
    const { id, cast } = await playUntil(platform, 'panel', '专家应邀并声明无利益冲突');
    const path = `/evaluation/reviews/${id}-formation-1`;
    const { body: review } = await platform.client.get(path, { as: cast.handler });
    const { expertId } = review.panel[0].member;
    const report = { as: cast.handler, body: { expertId, organisation: cast.lead.organisation } };
    await done(platform.client.post(`${path}/conflict-reports`, report));
    await platform.settled();
    await refuse('POST', `${path}/conflict-reports`, report, 409, 'conflict-recorded');
    const expert = {
      role: 'expert',
      organisation: 'org-institute',
      person: expertId,
      jurisdiction: '220000',
    } as const;
    const scores = [{ criterion: 'clear-goals', points: 15 }];
    await refuse('POST', `${path}/scoresheet`, { as: expert, body: { scores } }, 404, 'not-found');
  });
});

describe('a prepared decision', () => {
  let prepared: StoppedCase;
  let path: string;
  let subjectHash: string;
  const approve = (as: Asking['as']): Asking => ({ as, body: { preparation: 1, subjectHash } });

  beforeAll(async () => {
    prepared = await playUntil(platform, 'decision', '拟定决定');
    path = `/evaluation/decisions/${prepared.id}-formation`;
    ({ subjectHash } = (await platform.client.get(path, { as: prepared.cast.handler })).body);
  });

  it('is not approved by who prepared it', () =>
    refuse(
      'POST',
      `${path}/approvals`,
      approve(prepared.cast.handlerAsDecider),
      403,
      'handler-cannot-decide',
    ));

  it('is not approved twice by the same person', async () => {
    const [decider] = prepared.cast.deciders;
    await done(platform.client.post(`${path}/approvals`, approve(decider)));
    await refuse('POST', `${path}/approvals`, approve(decider), 409, 'approved-already');
  });

  it('cannot be approved as it was once its subject has changed; the first approval counts no more', async () => {
    const { lead, handler, deciders } = prepared.cast;
    const points = [{ subject: 'general', text: '请按论证意见完善方案（示例）' }];
    await done(platform.client.post(`${prepared.path}/revision-request`, { as: handler, body: { points } }));
    const headers = await ifMatch(platform, prepared.path, lead);
    const construction = {
      months: 24,
      milestones: [{ id: 'all', title: '全部建成', weight: 100, dueMonth: 24 }],
    };
    await done(platform.client.call('PATCH', prepared.path, { as: lead, headers, body: { construction } }));
    const { body: manifest } = await platform.client.get(`${prepared.path}/manifest`, { as: lead });
    const commitment = { manifestHash: manifest.manifestHash, truthful: true };
    await done(platform.client.post(`${prepared.path}/submission`, { as: lead, body: commitment }));
    await platform.settled();
    const { body: decision } = await platform.client.get(path, { as: handler });
    expect(decision.subjectHash).toBe(manifest.manifestHash);
    await refuse('POST', `${path}/approvals`, approve(deciders[1]), 409, 'decision-step-passed');
    const ruling = { outcome: 'approved', reasons: '按修改后的方案同意组建（示例）。', justifications: [] };
    await done(platform.client.post(`${path}/preparations`, { as: handler, body: ruling }));
    await refuse('POST', `${path}/approvals`, approve(deciders[1]), 409, 'preparation-superseded');
    const anew = { preparation: 2, subjectHash: decision.subjectHash };
    await done(platform.client.post(`${path}/approvals`, { as: deciders[1], body: anew }));
    const { body: waiting } = await platform.client.get(path, { as: handler });
    expect(waiting).toMatchObject({ status: 'prepared' });
  });
});
