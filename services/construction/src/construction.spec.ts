/** The service over HTTP, with intake's and evaluation's events recorded by stand-ins. */
import { evaluationEvents, intakeEvents } from '@iic/contracts';
import { addDays, addMonths, dayOf, startOfDay } from '@iic/policy';
import { standIn, TestPlatform } from '@iic/testing';
import { construction } from './index.ts';
import { CaseEvents } from './testing/case-events.ts';
import { report, request } from './testing/index.ts';

const today = dayOf(new Date().toISOString());
const approvedOn = addMonths(today, -3);
const period = `${approvedOn.slice(0, 4)}-H${Number(approvedOn.slice(5, 7)) > 6 ? 2 : 1}`;

const lead = { role: 'lead-unit', organisation: 'org-lead', person: 'p-lead' } as const;
const stranger = { role: 'lead-unit', organisation: 'org-stranger', person: 'p-stranger' } as const;
const unit = { role: 'competent-unit', organisation: 'org-drc', person: 'p-unit' } as const;
const handler = { role: 'pdrc-handler', organisation: 'org-pdrc', person: 'p-handler' } as const;
const elsewhere = { ...handler, jurisdiction: '210000' } as const;

let platform: TestPlatform;

beforeAll(async () => {
  const services = [standIn('intake', intakeEvents), standIn('evaluation', evaluationEvents), construction];
  platform = await TestPlatform.start(services);
});

afterEach(async () => expect(await platform.parked('construction')).toEqual([]));

afterAll(() => platform.close());

const caseOf = (caseId: string) => new CaseEvents(platform, caseId);
const at = (caseId: string, path = '') => `/construction/projects/${caseId}${path}`;

const acceptance = {
  entity: { ...request.entity, registeredOn: approvedOn },
  director: { subject: 'person-director', name: '张三', phone: '0431-00000000' },
  reportHash: request.reportHash,
  completion: request.completion,
};
const { period: _period, ...reportContent } = report;

describe('a project from approval to acceptance', () => {
  beforeAll(() => caseOf('case-a').approved(approvedOn));

  it('is shown to its parties with what to do next, and to nobody else', async () => {
    const shown = await platform.get(at('case-a'), { as: lead });
    expect(shown).toMatchObject({ status: 200, body: { status: 'under-construction' } });
    expect(shown.headers.get('etag')).toBe('"0"');
    expect(shown.body.next).toContainEqual({
      act: 'RequestAcceptance',
      role: 'lead-unit',
      organisation: 'org-lead',
      until: shown.body.plan.dueAt,
      mine: true,
    });
    for (const as of [stranger, elsewhere]) {
      expect(await platform.get(at('case-a'), { as })).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    }
    expect((await platform.get(at('case-a'))).status).toBe(401);
  });

  it('prefills, takes, repeats and corrects a report', async () => {
    const next = await platform.get(at('case-a', '/progress/next'), { as: lead });
    expect(next.body).toMatchObject({ period, milestones: [{ id: 'laboratory', percent: 0 }, {}] });
    const asking = { as: lead, body: { ...reportContent, period }, key: 'report-1' };
    const made = await platform.post(at('case-a', '/progress'), asking);
    expect(made).toMatchObject({ status: 200, body: { events: ['ProgressReported'], revision: 1 } });
    expect((await platform.post(at('case-a', '/progress'), asking)).body).toEqual(made.body);
    expect(await platform.post(at('case-a', '/progress'), { ...asking, key: 'report-2' })).toMatchObject({
      status: 409,
      body: { code: 'period-already-reported' },
    });
    const correction = { ...reportContent, spend: [], reason: '金额有误' };
    const path = at('case-a', `/progress/${period}`);
    expect((await platform.put(path, { as: lead, body: correction })).status).toBe(428);
    const stale = { as: lead, body: correction, headers: { 'if-match': '"0"' } };
    expect(await platform.put(path, stale)).toMatchObject({ status: 412, body: { code: 'stale-revision' } });
    const fresh = { ...stale, headers: { 'if-match': '"1"' } };
    expect(await platform.put(path, fresh)).toMatchObject({
      status: 200,
      body: { events: ['ProgressCorrected'] },
    });
    const shown = await platform.get(at('case-a'), { as: unit });
    expect(shown.body.progress).toMatchObject({ spentTotalFen: '0', completionPercent: 12 });
  });

  it('refuses what is not as it must be, with every wrong member named', async () => {
    const body = { ...reportContent, period: '2026-h1', narrativeHash: 'x', surprise: 1, staff: null };
    const refused = await platform.post(at('case-a', '/progress'), { as: lead, body });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    const fields = refused.body.errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(expect.arrayContaining(['period', 'narrativeHash', 'surprise', 'staff']));
  });

  it('is adjusted: proposal, opinion, decision', async () => {
    const body = { changes: { extensionMonths: 6 }, reason: '设备进口延误' };
    const unjustified = await platform.post(at('case-a', '/adjustments'), { as: lead, body });
    expect(unjustified).toMatchObject({
      status: 422,
      body: {
        code: 'findings-need-justification',
        findings: [{ code: 'construction-period-long', message: expect.stringContaining('30 months') }],
      },
    });
    const justifications = [{ finding: 'construction-period-long', text: '进口许可延期' }];
    const proposed = await platform.post(at('case-a', '/adjustments'), {
      as: lead,
      body: { ...body, justifications },
    });
    expect(proposed.body.events).toEqual(['AdjustmentProposed']);
    expect(
      await platform.post(at('case-a', '/acceptance-requests'), { as: lead, body: acceptance }),
    ).toMatchObject({ status: 409, body: { code: 'adjustment-already-open' } });
    const waiting = await platform.get(
      `/construction/projects?waitingFor=me&waitFor=${proposed.body.token}`,
      {
        as: unit,
      },
    );
    expect(waiting.body).toMatchObject({ items: [{ caseId: 'case-a', status: 'adjustment-proposed' }] });
    const opinion = { opinion: 'supports', text: '同意' };
    const path = at('case-a', '/adjustments/1/opinion');
    expect(await platform.post(path, { as: lead, body: opinion })).toMatchObject({
      status: 403,
      body: { code: 'access-denied' },
    });
    expect((await platform.post(path, { as: unit, body: opinion })).body.events).toEqual([
      'AdjustmentOpinionGiven',
      'AdjustmentDecisionProposed',
    ]);
    const { body: before } = await platform.get(at('case-a'), { as: lead });
    await caseOf('case-a').decided('approved', today);
    const { body: after } = await platform.get(at('case-a'), { as: lead });
    expect(after).toMatchObject({ status: 'under-construction', adjustment: null, plan: { months: 30 } });
    expect(after.plan.dueAt > before.plan.dueAt).toBe(true);
  });

  it('passes acceptance, and the director stays out of the clear data', async () => {
    const prefill = await platform.get(at('case-a', '/acceptance-requests/next'), { as: lead });
    expect(prefill.body).toMatchObject({ director: { subject: 'person-director' } });
    const made = await platform.post(at('case-a', '/acceptance-requests'), { as: lead, body: acceptance });
    expect(made.body.events).toEqual(['AcceptanceRequested']);
    await caseOf('case-a').concluded(1);
    await caseOf('case-a').decided('accepted', today);
    const shown = await platform.get(at('case-a'), { as: lead });
    expect(shown.body).toMatchObject({ status: 'accepted', next: [], waitingFor: { role: null } });
    expect(JSON.stringify(shown.body)).not.toContain('张三');
    const { director: person } = acceptance;
    const opened = await platform.get(at('case-a', '/director'), { as: handler });
    expect(opened.body).toEqual({
      director: { subject: person.subject, person: { name: person.name, phone: person.phone } },
    });
    expect((await platform.get(at('case-a', '/director'), { as: stranger })).status).toBe(404);
    expect(await platform.recorded('construction')).toContain('AcceptancePassed');
  });

  it('can be read as it was known before', async () => {
    const before = startOfDay(approvedOn);
    const path = `${at('case-a')}?asOfRecorded=${before}`;
    expect((await platform.get(path, { as: lead })).status).toBe(404);
  });
});

describe('a project that fails', () => {
  it('is rectified within a period, may be revoked after it, and only by a decision', async () => {
    await caseOf('case-b').approved(approvedOn);
    await platform.post(at('case-b', '/acceptance-requests'), { as: lead, body: acceptance });
    await caseOf('case-b').concluded(1);
    const revocation = { as: handler, body: { reason: '改进期限届满仍未完成' } };
    expect(await platform.post(at('case-b', '/revocation-proposals'), revocation)).toMatchObject({
      status: 409,
      body: { code: 'rectification-not-expired' },
    });
    const before = (await platform.recorded('construction')).length;
    await caseOf('case-b').decided('rectification', addDays(approvedOn, 1), { rectificationMonths: 1 });
    // The warning and the end lie in the past, so both deadlines fire at once, by themselves.
    const atEnd = tokenOf(before + 3);
    const shownAtEnd = await platform.get(at('case-b'), { as: lead, headers: { 'wait-for': atEnd } });
    expect(shownAtEnd.body).toMatchObject({ status: 'rectification-expired' });
    expect((await platform.recorded('construction')).slice(before)).toEqual([
      'RectificationOrdered',
      'RectificationPeriodApproaching',
      'RectificationPeriodExpired',
    ]);
    expect((await platform.post(at('case-b', '/revocation-proposals'), revocation)).body.events).toEqual([
      'RevocationDecisionProposed',
    ]);
    await caseOf('case-b').decided('revoked', today);
    const shown = await platform.get(at('case-b'), { as: unit });
    expect(shown.body).toMatchObject({ status: 'revoked', next: [] });
    const recorded = await platform.recorded('construction');
    expect(recorded.filter((type) => type === 'RectificationPeriodExpired')).toHaveLength(1);
  });
});

describe('the list', () => {
  it('shows each caller what is theirs, with counts, filters and pages', async () => {
    await caseOf('case-c').approved(approvedOn);
    const all = await platform.get('/construction/projects?limit=2', { as: handler });
    expect(all.body.items).toHaveLength(2);
    expect(all.body.counts).toEqual({ accepted: 1, revoked: 1, 'under-construction': 1 });
    const rest = await platform.get(`/construction/projects?limit=2&cursor=${all.body.nextCursor}`, {
      as: handler,
    });
    expect(rest.body).toMatchObject({ items: [{}], nextCursor: null });
    const mine = await platform.get(
      `/construction/projects?waitingFor=me&search=${encodeURIComponent('样例')}`,
      {
        as: lead,
      },
    );
    expect(mine.body.items.map(({ caseId }: { caseId: string }) => caseId)).toEqual(['case-c']);
    expect((await platform.get('/construction/projects', { as: stranger })).body.items).toEqual([]);
    expect((await platform.get('/construction/projects?status=nothing', { as: lead })).status).toBe(400);
  });

  it('follows a reassigned competent unit', async () => {
    await platform.record('intake', 'construction', 'case-c', {
      type: 'CaseCompetentUnitReassigned',
      data: {
        caseId: 'case-c',
        competentUnit: 'org-other',
        previous: 'org-drc',
        reason: '区划调整',
        documentNumber: null,
      },
    });
    expect((await platform.get(at('case-c'), { as: unit })).status).toBe(404);
    expect((await platform.get(at('case-c'), { as: { ...unit, organisation: 'org-other' } })).status).toBe(
      200,
    );
  });
});

/** A consistency token that names an event construction is still to record. */
function tokenOf(seq: number): string {
  return Buffer.from(JSON.stringify(['construction', seq, 'to-come', 0, 'case-b'])).toString('base64url');
}
