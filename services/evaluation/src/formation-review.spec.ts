import type { TestPlatform } from '@iic/testing';
import {
  acceptCase,
  act,
  auditor,
  conclude,
  decider,
  drawPanel,
  expert,
  handler,
  hash,
  lead,
  members,
  register,
  startEvaluation,
  unit,
} from './testing/review-driver.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startEvaluation();
  for (let number = 1; number <= 9; number += 1) await register(platform, `expert-${number}`);
  // As many as may leave the panel: without one who knows finance a seat stays vacant.
  for (const name of ['expert-finance', 'expert-finance-2', 'expert-finance-3'])
    await register(platform, name, { qualifications: ['finance'] });
  await register(platform, 'expert-member', { employer: 'org-member' });
  await register(platform, 'expert-tied', { ties: [{ organisation: 'org-lead', kind: 'consultant' }] });
  await platform.settled('evaluation');
});

afterEach(async () => expect(await platform.parked('evaluation')).toEqual([]));

afterAll(() => platform.close());

const at = (reviewId: string, path = '') => `/evaluation/reviews/${reviewId}${path}`;

describe('a formation review', () => {
  let reviewId: string;
  let panel: readonly string[];

  beforeAll(async () => {
    reviewId = await acceptCase(platform, 'case-1');
    panel = await drawPanel(platform, reviewId);
  });

  it('draws a panel of seven from the register, without anyone who has a conflict', () => {
    expect(panel.length).toBe(7);
    expect(panel.some((id) => id.startsWith('expert-finance'))).toBe(true);
    expect(panel).not.toContain('expert-member');
    expect(panel).not.toContain('expert-tied');
  });

  it('publishes a draw that anyone can recompute, without identities', async () => {
    const { status, body } = await platform.get(at(reviewId, '/draw'));
    expect(status).toBe(200);
    const [attempt] = body.attempts;
    const joined = attempt.seeds
      .map(({ seed }: { seed: string }) => seed)
      .sort()
      .join('');
    const order = attempt.pool
      .map(({ commitment }: { commitment: string }) => [hash(joined + commitment), commitment])
      .sort(([one]: [string], [other]: [string]) => (one < other ? -1 : 1))
      .map(([, commitment]: [string, string]) => commitment);
    expect(attempt.order).toEqual(order);
    expect(attempt.seats.length).toBe(7);
    expect(JSON.stringify(body)).not.toContain('expert-');
  });

  it('shows identities and scores to the PDRC and auditors, to applicants never', async () => {
    for (const as of [handler, decider, auditor])
      expect((await platform.get(at(reviewId), { as })).body.panel.length).toBe(7);
    for (const as of [lead, unit]) {
      const { status, body } = await platform.get(at(reviewId), { as });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain('expert-');
    }
    const elsewhere = { ...lead, organisation: 'org-stranger' };
    expect((await platform.get(at(reviewId), { as: elsewhere })).status).toBe(404);
    expect((await platform.get(at(reviewId), { as: { ...handler, jurisdiction: '210000' } })).status).toBe(
      404,
    );
  });

  it('shows a member its own part, and others nothing', async () => {
    const [one = ''] = panel;
    const { body } = await platform.get(at(reviewId), { as: expert(one) });
    expect(body).toMatchObject({ seat: { member: { expertId: one }, accepted: false }, sheet: null });
    for (const other of panel.slice(1)) expect(JSON.stringify(body)).not.toContain(`"${other}"`);
    expect((await platform.get(at(reviewId), { as: expert('expert-tied') })).status).toBe(404);
  });

  it('is found by whom it waits for', async () => {
    const [one = ''] = panel;
    for (const as of [handler, expert(one)]) {
      const { body } = await platform.get('/evaluation/reviews?waitingFor=me', { as });
      expect(body.items).toMatchObject([{ id: reviewId, status: 'inviting' }]);
      expect(body.counts).toEqual({ inviting: 1 });
    }
    const idle = await platform.get('/evaluation/reviews?waitingFor=me', { as: decider });
    expect(idle.body.items).toEqual([]);
    const { body } = await platform.get(at(reviewId), { as: handler });
    const due = Date.parse(body.until) - Date.parse(body.panel[0].invitedAt);
    expect(due).toBeGreaterThan(4 * 86_400_000);
    expect(due).toBeLessThan(6 * 86_400_000);
  });

  it('refuses what comes too early, from the wrong person, or twice', async () => {
    const [one = '', two = ''] = panel;
    const ask = (path: string, as: object, body: object = {}) =>
      platform.post(at(reviewId, path), { as: as as typeof handler, body });
    expect(await ask('/conclusion', handler)).toMatchObject({
      status: 409,
      body: { code: 'review-step-passed' },
    });
    expect(await ask('/conclusion', lead)).toMatchObject({ status: 403 });
    expect(await ask('/invitation-acceptance', expert(one), { noConflict: false })).toMatchObject({
      status: 422,
      body: { code: 'no-conflict-undeclared' },
    });
    await act(platform, reviewId, 'invitation-acceptance', expert(two), { noConflict: true });
    expect(await ask('/invitation-acceptance', expert(two), { noConflict: true })).toMatchObject({
      status: 409,
      body: { code: 'already-accepted' },
    });
    expect(await ask('/pool', handler, { surprise: 1 })).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    });
  });

  it('passes a seat on when an expert declares a conflict, who then sees nothing any more', async () => {
    const [one = ''] = panel;
    const conflict = { organisation: 'org-member', remark: '亲属任职' };
    await act(platform, reviewId, 'conflict-declarations', expert(one), conflict);
    const remarks = await platform.get(at(reviewId, '/remarks'), { as: handler });
    expect(remarks.body.items).toMatchObject([
      { event: 'ConflictDeclared', subject: one, content: { remark: '亲属任职' } },
    ]);
    for (const as of [lead, expert('expert-finance')])
      expect((await platform.get(at(reviewId, '/remarks'), { as })).status).toBe(403);
    const now = await members(platform, reviewId);
    expect(now.length).toBe(7);
    expect(now).not.toContain(one);
    expect((await platform.get(at(reviewId), { as: expert(one) })).status).toBe(404);
  });

  it('ends with the signed opinion of the whole panel', async () => {
    const [, two = ''] = panel;
    const { body: before } = await platform.get(at(reviewId), { as: handler });
    expect(
      before.panel.find(({ member }: { member: { expertId: string } }) => member.expertId === two),
    ).toMatchObject({ accepted: true });
    await act(platform, reviewId, 'excused-members', handler, { expertId: two, reason: '临时出国' });
    const opinionHash = await conclude(platform, reviewId);
    const { body } = await platform.get(at(reviewId), { as: handler });
    expect(body).toMatchObject({
      status: 'concluded',
      opinion: { opinionHash, recommendation: 'favourable', averageScore: '80.00' },
    });
    const seen = await platform.get(at(reviewId), { as: lead });
    expect(JSON.stringify(seen.body)).not.toContain('80.00');
    expect(await platform.recorded('evaluation')).toContain('ReviewConcluded');
  });

  it('cannot be withdrawn any more: the refusal is recorded', async () => {
    await platform.record('intake', 'evaluation', 'case-1', {
      type: 'WithdrawalRequested',
      data: { caseId: 'case-1', version: 1, reviewId, reason: '合作方退出' },
    });
    expect((await platform.recorded('evaluation')).at(-1)).toBe('WithdrawalRefused');
  });
});
