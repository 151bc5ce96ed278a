/** Decisions over HTTP: from the owner's proposal to number, document and later changes. */
import type { DevelopmentIdentity } from '@iic/access';
import type { TestPlatform } from '@iic/testing';
import {
  acceptCase,
  decider,
  handler,
  hash,
  lead,
  register,
  startEvaluation,
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
const prepare = { outcome: 'approved', reasons: '符合基本条件' };

const at = (decisionId: string, path = '') => `/evaluation/decisions/${decisionId}${path}`;
const post = (decisionId: string, path: string, as: DevelopmentIdentity, body: object = {}) =>
  platform.post(at(decisionId, path), { as, body });
const show = async (decisionId: string, as: DevelopmentIdentity = handler) =>
  (await platform.get(at(decisionId), { as })).body;

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

/** An adjustment: a decision without a review that one decider takes. */
async function proposeAdjustment(caseId: string): Promise<string> {
  const decisionId = `${caseId}-adjustment-1`;
  const change = { decisionId, kind: 'adjustment', subject: `project-${caseId}`, reviewId: null };
  await propose(caseId, change, 'construction', 'AdjustmentDecisionProposed');
  return decisionId;
}

async function takeAdjustment(caseId: string): Promise<string> {
  await acceptCase(platform, caseId);
  const decisionId = await proposeAdjustment(caseId);
  await post(decisionId, '/preparations', handler, prepare);
  await post(decisionId, '/approvals', decider, { preparation: 1, subjectHash: hash(`${caseId} version 1`) });
  await platform.settled('evaluation');
  return decisionId;
}

describe('a subject that changes', () => {
  it('invalidates the approvals given', async () => {
    await acceptCase(platform, 'case-2');
    const decisionId = await propose('case-2', { reviewId: null });
    const newer = { reviewId: null, subjectVersion: 2, subjectHash: hash('case-2 version 2') };
    expect(await post(decisionId, '/preparations', handler, prepare)).toMatchObject({
      status: 422,
      body: { code: 'panel-opinion-required' },
    });
    await propose('case-2', newer);
    expect(await show(decisionId)).toMatchObject({ status: 'open', subjectVersion: 2 });
    const adjustment = await proposeAdjustment('case-2');
    await post(adjustment, '/preparations', handler, prepare);
    await propose(
      'case-2',
      { ...newer, decisionId: adjustment, kind: 'adjustment', subject: 'project-case-2' },
      'construction',
      'AdjustmentDecisionProposed',
    );
    const stale = { preparation: 1, subjectHash: hash('case-2 version 1') };
    expect(await post(adjustment, '/approvals', decider, stale)).toMatchObject({
      status: 409,
      body: { code: 'decision-step-passed' },
    });
  });

  it('voids a decision taken meanwhile, which keeps its number', async () => {
    const decisionId = await takeAdjustment('case-3');
    const kept = { status: 'void', number: { year, serial: 1 } };
    const proposeAgain = (id: string, version: string) =>
      propose(
        'case-3',
        {
          decisionId: id,
          kind: 'adjustment',
          subject: 'project-case-3',
          reviewId: null,
          subjectHash: hash(`case-3 ${version}`),
        },
        'construction',
        'AdjustmentDecisionProposed',
      );
    await proposeAgain(decisionId, 'version 2');
    expect(await show(decisionId)).toMatchObject(kept);
    // Proposed before the owner knew; neither this nor what comes after it is held up.
    await proposeAgain(decisionId, 'version 3');
    expect(await show(decisionId)).toMatchObject(kept);
    await proposeAgain(`${decisionId}-2`, 'version 3');
    expect(await show(`${decisionId}-2`)).toMatchObject({ status: 'open' });
  });
});

describe('changes of a decision', () => {
  const annul = {
    act: 'annul',
    basis: { kind: 'court', reference: '（2026）吉01行初1号' },
    reason: '法院判决',
  };

  it('need a handler and another decider too', async () => {
    const decisionId = await takeAdjustment('case-4');
    const unfounded = { ...annul, basis: { kind: 'court' } };
    expect(await post(decisionId, '/changes', handler, unfounded)).toMatchObject({
      status: 422,
      body: { code: 'change-basis-reference-missing' },
    });
    expect(await post(decisionId, '/changes', handler, annul)).toMatchObject({ status: 200 });
    const handlerAsDecider = { ...decider, person: handler.person };
    expect(await post(decisionId, '/change-approvals', handlerAsDecider, { change: 1 })).toMatchObject({
      status: 403,
      body: { code: 'handler-cannot-decide' },
    });
    expect(await post(decisionId, '/change-approvals', decider, { change: 1 })).toMatchObject({
      body: { events: ['DecisionChangeApproved', 'DecisionAnnulled'] },
    });
    expect(await show(decisionId, lead)).toMatchObject({ status: 'annulled' });
    expect(await post(decisionId, '/changes', handler, annul)).toMatchObject({
      status: 409,
      body: { code: 'decision-ended' },
    });
  });

  it('state a correction in full', async () => {
    const decisionId = await takeAdjustment('case-5');
    const correct = {
      act: 'correct',
      basis: { kind: 'own-motion' },
      reason: '笔误',
      reasons: '符合全部条件',
    };
    expect(await post(decisionId, '/changes', handler, correct)).toMatchObject({
      status: 422,
      body: { code: 'correction-incomplete' },
    });
    await post(decisionId, '/changes', handler, { ...correct, article: 'Art. 16' });
    await post(decisionId, '/change-approvals', decider, { change: 1 });
    expect(await show(decisionId, lead)).toMatchObject({ status: 'taken', reasons: '符合全部条件' });
  });

  it('leave what was recorded before to be read', async () => {
    const decisionId = await takeAdjustment('case-6');
    const before = new Date().toISOString();
    await post(decisionId, '/changes', handler, {
      act: 'suspend',
      basis: { kind: 'own-motion' },
      reason: '复核',
    });
    await post(decisionId, '/change-approvals', decider, { change: 1 });
    const asKnown = await platform.get(at(decisionId, `?asOfRecorded=${before}`), { as: lead });
    expect(asKnown.body).toMatchObject({ status: 'taken' });
    expect(await show(decisionId, lead)).toMatchObject({ status: 'suspended' });
  });
});

describe('serials', () => {
  it('have no gap over all decisions taken', async () => {
    await platform.settled('evaluation');
    const { body } = await platform.get('/evaluation/decisions?limit=50', { as: handler });
    const serials = body.items
      .flatMap(({ number }: { number?: { serial: number } | null }) => (number ? [number.serial] : []))
      .sort((left: number, right: number) => left - right);
    expect(serials).toEqual(serials.map((_: number, index: number) => index + 1));
    expect(serials.length).toBe(4);
  });
});
