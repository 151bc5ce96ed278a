import type { TestPlatform } from '@iic/testing';
import {
  acceptCase,
  act,
  commitSeeds,
  drawPanel,
  expert,
  handler,
  hash,
  lead,
  policy,
  register,
  startEvaluation,
  unit,
} from './testing/review-driver.ts';

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

const at = (reviewId: string, path = '') => `/evaluation/reviews/${reviewId}${path}`;

describe('other events of a case', () => {
  it('withdraw a review that is open', async () => {
    const reviewId = await acceptCase(platform, 'case-2');
    await platform.record('intake', 'evaluation', 'case-2', {
      type: 'WithdrawalRequested',
      data: { caseId: 'case-2', version: 1, reviewId: null, reason: '合作方退出' },
    });
    expect((await platform.get(at(reviewId), { as: lead })).body).toMatchObject({ status: 'withdrawn' });
    const late = await platform.post(at(reviewId, '/withdrawal'), { as: handler, body: { reason: '重复' } });
    expect(late).toMatchObject({ status: 409, body: { code: 'review-withdrawn' } });
  });

  it('move a review to another competent unit', async () => {
    const reviewId = await acceptCase(platform, 'case-3');
    await platform.record('intake', 'evaluation', 'case-3', {
      type: 'CaseCompetentUnitReassigned',
      data: {
        caseId: 'case-3',
        competentUnit: 'org-drc-2',
        previous: 'org-drc',
        reason: '改由中省直单位主管',
        documentNumber: null,
      },
    });
    expect((await platform.get(at(reviewId), { as: unit })).status).toBe(404);
    const other = { ...unit, organisation: 'org-drc-2' };
    expect((await platform.get(at(reviewId), { as: other })).status).toBe(200);
  });

  it('open an acceptance review, whose panel needs an administrator', async () => {
    const formation = await acceptCase(platform, 'case-4');
    const [withConflict = ''] = await drawPanel(platform, formation);
    await act(platform, formation, 'conflict-declarations', expert(withConflict), {
      organisation: 'org-lead',
    });
    await act(platform, formation, 'withdrawal', handler, { reason: '重新组织评审' });
    await platform.record('construction', 'evaluation', 'case-4', {
      type: 'AcceptanceRequested',
      data: {
        caseId: 'case-4',
        round: 1,
        subjectHash: hash('case-4 request 1'),
        leadUnit: 'org-lead',
        competentUnit: 'org-drc',
        province: '220000',
        members: [],
        field: 'new-materials',
        proposedName: '吉林省样例材料产业创新中心',
        director: 'p-director',
        entity: {
          name: '样例公司',
          legalForm: 'company',
          uscc: '91350100M000100Y43',
          independent: true,
          area: '220100',
          registeredOn: '2026-01-05',
          evidenceHash: hash('licence'),
        },
        reportHash: hash('report'),
        completion: [],
        completionPercent: 100,
        findings: [],
        policyId: policy.id,
        policyHash: policy.hash,
      },
    });
    await expect(drawPanel(platform, 'case-4-acceptance-1')).rejects.toThrow('pool-insufficient');
    await register(platform, 'expert-administrator', { qualifications: ['administrator'] });
    await platform.settled('evaluation');
    await act(platform, 'case-4-acceptance-1', 'draw-cancellation', handler, { reason: '补充管理人员' });
    await platform.record('construction', 'evaluation', 'case-4', {
      type: 'ProjectCompetentUnitReassigned',
      data: { competentUnit: 'org-drc-2', previous: 'org-drc' },
    });
    const unitNow = { ...unit, organisation: 'org-drc-2' };
    expect((await platform.get(at('case-4-acceptance-1'), { as: unitNow })).status).toBe(200);
    await platform.record('construction', 'evaluation', 'case-4', {
      type: 'ProjectCompetentUnitReassigned',
      data: { competentUnit: 'org-drc-3', previous: 'org-drc' },
    });
    expect((await platform.get(at('case-4-acceptance-1'), { as: unitNow })).status).toBe(200);
    const { body } = await platform.get(at('case-4-acceptance-1', '/draw'));
    expect(body.attempts).toMatchObject([{ attempt: 1, cancelled: '补充管理人员', pool: null }]);
    await commitSeeds(platform, 'case-4-acceptance-1', 2);
    await act(platform, 'case-4-acceptance-1', 'pool', handler);
    const { pool } = (await platform.get(at('case-4-acceptance-1'), { as: handler })).body;
    const eligible = pool.identities.map((one: { expertId: string }) => one.expertId);
    expect(eligible).toContain('expert-administrator');
    // A conflict that another review of the case recorded holds here too.
    expect(eligible).not.toContain(withConflict);
  });
});
