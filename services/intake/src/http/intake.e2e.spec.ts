import type { DevelopmentIdentity } from '@iic/access';
import { Applications } from '../aggregates.ts';
import { ReviewHandlers } from '../messaging/review.handlers.ts';
import {
  auditor,
  docx,
  handler,
  IntakeClient,
  lead,
  member,
  otherLead,
  otherUnit,
  pdf,
  unit,
  until,
} from '../testing/intake-client.ts';

let client: IntakeClient;
beforeAll(async () => {
  client = await IntakeClient.start();
});
afterAll(() => client.close());

const pass = { outcome: 'passed', opinion: '同意报送', documentNumber: '长发改〔2026〕12号' };

describe('an application over HTTP', () => {
  it('goes from draft to acceptance, and everyone sees what is theirs', async () => {
    const id = await client.readyDraft('先进材料');
    const findings = await client.ok('GET', `/applications/${id}/findings`, lead);
    expect(findings.body).toEqual({ findings: [], bars: false });

    const seenBy = (as: DevelopmentIdentity) => client.platform.call('GET', `/applications/${id}`, { as });
    expect((await seenBy(unit)).status).toBe(404);
    expect((await seenBy(otherLead)).status).toBe(404);
    expect((await seenBy(member)).status).toBe(200);

    const hash = await client.manifestHash(id);
    await client.ok('POST', `/applications/${id}/commitment`, lead, { manifestHash: hash, truthful: true });
    const reply = await client.ok('POST', `/applications/${id}/submission`, lead, {});
    expect(reply.body.events).toEqual(['ApplicationSubmitted']);
    expect((await seenBy(handler)).status).toBe(404);
    expect((await seenBy(otherUnit)).status).toBe(404);
    const atUnit = await seenBy(unit);
    expect(atUnit.body).toMatchObject({ status: 'submitted', manifestHash: hash, commitment: null });
    expect(atUnit.body.next[0]).toMatchObject({
      action: 'preliminary-review',
      organisation: 'org-unit',
      expected: true,
    });

    await client.ok('POST', `/applications/${id}/preliminary-review`, unit, pass);
    await client.ok('POST', `/applications/${id}/filing`, lead);
    const atPdrc = await seenBy(handler);
    expect(atPdrc.body).toMatchObject({
      status: 'filed',
      transmittal: { documentNumber: '长发改〔2026〕12号' },
    });
    const contacts = await client.ok('GET', `/applications/${id}/contacts`, handler);
    expect(contacts.body.contacts.handler).toEqual({ name: '张三', phone: '0431-1234567' });

    const accepted = await client.ok('POST', `/applications/${id}/formality-check`, handler, {
      outcome: 'accepted',
    });
    expect(accepted.body.events).toEqual(['ApplicationAccepted']);
    const request = await client.ok('POST', `/applications/${id}/withdrawal`, lead, { reason: '资金变化' });
    expect(request.body.events).toEqual(['WithdrawalRequested']);
  });

  it('reads a plan from DOCX, keeps its texts, prints the version with its hash', async () => {
    const id = await client.submitted('生物制造');
    const { body } = await client.ok('GET', `/applications/${id}`, lead);
    const summary = body.content.chapters.find(({ key }: { key: string }) => key === 'summary');
    expect(summary.length).toBeGreaterThan(2_000);
    const text = await client.ok('GET', `/applications/${id}/chapters/summary?version=1`, unit);
    expect(text.body).toMatchObject({ key: 'summary', hash: summary.hash });
    const print = await client.ok('GET', `/applications/${id}/submission.docx?version=1`, unit);
    expect(print.headers.get('content-type')).toBe(docx);
    expect(print.body.length).toBeGreaterThan(5_000);
    const files = await client.ok('GET', `/applications/${id}/attachments`, unit);
    const [file] = files.body.attachments;
    expect(file.fileName).toMatch(/\.pdf$/);
    const download = await client.ok('GET', `/applications/${id}/attachments/${file.hash}`, unit);
    expect(Buffer.from(download.body).toString()).toContain('%PDF-1.7');
    const journal = await client.platform.runtime.store.readAll(0, 1_000);
    const clear = JSON.stringify(journal.map(({ envelope }) => envelope.data));
    expect(clear).not.toMatch(/张三|0431-1234567|\.pdf"/);
  });

  it('keeps versions comparable, and shows reviewers only what was submitted', async () => {
    const id = await client.submitted('智能网联');
    const points = [{ subject: 'summary', text: '补充市场分析' }];
    await client.ok('POST', `/applications/${id}/preliminary-review`, unit, { outcome: 'returned', points });
    await client.edit(id, 'PUT', '/chapters/summary', { text: '摘要'.repeat(1_200) });
    expect((await client.ok('GET', `/applications/${id}`, unit)).body.manifestHash).not.toBe(
      await client.manifestHash(id),
    );
    await client.ok('POST', `/applications/${id}/submission`, lead, {
      manifestHash: await client.manifestHash(id),
      truthful: true,
    });
    const comparison = await client.ok('GET', `/applications/${id}/comparison?from=1&to=2`, unit);
    expect(comparison.body.differences).toMatchObject([
      { part: 'chapters', item: 'summary', change: 'changed' },
    ]);
    const versions = await client.ok('GET', `/applications/${id}/versions`, unit);
    expect(versions.body.versions.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    expect((await client.ok('GET', `/applications/${id}/versions/1`, unit)).body.manifest.caseId).toBe(id);
  });

  it('reserves the name until the case ends', async () => {
    const first = await client.submitted('低空经济');
    const second = await client.readyDraft('低空经济');
    const submit = async () => {
      const body = { manifestHash: await client.manifestHash(second), truthful: true };
      return client.platform.call('POST', `/applications/${second}/submission`, { as: lead, body });
    };
    expect(await submit()).toMatchObject({ status: 409, body: { code: 'name-taken' } });
    await client.ok('POST', `/applications/${first}/withdrawal`, lead, { reason: '另行安排' });
    await until(async () => (await submit()).status === 200);
  });

  it('lists by status, unit, field and what waits for the caller, with counts', async () => {
    const id = await client.submitted('冰雪装备');
    const { token } = (await client.ok('POST', `/applications/${id}/preliminary-review`, unit, pass)).body;
    const mine = await client.ok('GET', `/applications?waitingFor=me&status=passed&waitFor=${token}`, lead);
    expect(mine.body.items.map(({ caseId }: { caseId: string }) => caseId)).toContain(id);
    expect(mine.body.counts.passed).toBeGreaterThan(0);
    const found = await client.ok(
      'GET',
      `/applications?search=${encodeURIComponent('冰雪')}&field=new-materials`,
      unit,
    );
    expect(found.body.items).toHaveLength(1);
    expect((await client.ok('GET', '/applications?unit=org-unit-2', auditor)).body.items).toEqual([]);
    expect((await client.ok('GET', '/applications', otherLead)).body.items).toEqual([]);
    const page = await client.ok('GET', '/applications?limit=1', lead);
    const next = await client.ok(
      'GET',
      `/applications?limit=1&cursor=${encodeURIComponent(page.body.nextCursor)}`,
      lead,
    );
    expect(next.body.items[0].caseId).not.toBe(page.body.items[0].caseId);
    await client.ok('POST', `/applications/${id}/filing`, lead);
    await client.ok('POST', `/applications/${id}/formality-check`, handler, {
      outcome: 'refused',
      reasons: '不属布局领域',
      ground: 'Art. 12',
    });
  });

  it('draws the outcome of review and decision into the case', async () => {
    const id = await client.submitted('光电信息');
    await client.ok('POST', `/applications/${id}/preliminary-review`, unit, pass);
    await client.ok('POST', `/applications/${id}/filing`, lead);
    await client.ok('POST', `/applications/${id}/formality-check`, handler, { outcome: 'accepted' });
    const { runtime } = client.platform;
    const handlers = new ReviewHandlers(runtime.commands, runtime, new Applications(runtime.host.packs));
    const subjectHash = (await client.ok('GET', `/applications/${id}`, handler)).body.manifestHash;
    const message = (type: string, data: object) => ({
      ...{
        id: `m-${type}`,
        source: 'evaluation',
        type,
        version: 1,
        seq: 1,
        key: id,
        stream: 's',
        revision: 0,
      },
      ...{ recordedAt: runtime.host.clock.now(), effectiveAt: runtime.host.clock.now(), causation: null },
      data: { kind: 'formation', caseId: id, reviewId: `${id}-formation-1`, subjectHash, ...data },
    });
    const deliver = async (type: string, data: object) => {
      const sent = message(type, data) as never;
      if (type === 'ReviewConcluded') return handlers.reviewConcluded(sent);
      return type === 'ReviewOpened' ? handlers.reviewOpened(sent) : handlers.decisionTaken(sent);
    };
    const concluded = { recommendation: 'favourable', opinionHash: '0'.repeat(64) };
    await deliver('ReviewOpened', {});
    await deliver('ReviewConcluded', concluded);
    await deliver('ReviewConcluded', concluded);
    const decision = { decisionId: `${id}-formation`, outcome: 'approved', subjectVersion: 1 };
    await deliver('DecisionTaken', { ...decision, subjectHash: 'f'.repeat(64) });
    expect((await client.ok('GET', `/applications/${id}`, lead)).body.status).toBe('awaiting-decision');
    const taken = { ...message('DecisionTaken', decision), id: 'm-right' } as never;
    await handlers.decisionTaken(taken);
    expect((await client.ok('GET', `/applications/${id}`, lead)).body.status).toBe('approved');
  });

  it('takes over from an earlier case what need not be typed again', async () => {
    const earlier = await client.readyDraft('预填来源');
    const made = await client.ok('POST', '/applications', lead, { prefillFrom: earlier });
    const { content } = (await client.ok('GET', `/applications/${made.body.id}`, lead)).body;
    expect(content).toMatchObject({
      field: 'new-materials',
      constructionMonths: 24,
      chapters: [],
      attachments: [],
    });
    expect(content.members).toHaveLength(1);
    const waiting = await client.ok('GET', `/applications?waitingFor=me&waitFor=${made.body.token}`, member);
    expect(waiting.body.items.map(({ caseId }: { caseId: string }) => caseId)).toContain(made.body.id);
    const foreign = { as: otherLead, body: { prefillFrom: earlier } };
    expect((await client.platform.call('POST', '/applications', foreign)).status).toBe(404);
  });

  it('binds a sealed scan to the version it shows', async () => {
    const id = await client.submitted('盖章扫描');
    const hash = await client.manifestHash(id);
    const upload = { bytes: pdf('盖章'), type: 'application/pdf' };
    const bind = (shown: string) =>
      client.platform.call('POST', `/applications/${id}/sealed-scans/${shown}`, { as: lead, upload });
    expect((await bind(hash)).status).toBe(200);
    expect((await bind('0'.repeat(64))).body.code).toBe('scan-of-other-version');
    const { scans } = (await client.ok('GET', `/applications/${id}`, unit)).body;
    const download = await client.ok('GET', `/applications/${id}/attachments/${scans[hash][0]}`, unit);
    expect(Buffer.from(download.body).toString()).toContain('盖章');
  });

  it('shows a case as it was recorded at an instant', async () => {
    const id = await client.submitted('时点查询');
    const { since } = (await client.ok('GET', `/applications/${id}`, lead)).body;
    await client.ok('POST', `/applications/${id}/preliminary-review`, unit, pass);
    const then = await client.ok('GET', `/applications/${id}?asOfRecorded=${since}`, unit);
    expect(then.body.status).toBe('submitted');
  });

  it('keeps the register by effective date', async () => {
    await client.ok('POST', '/organisations/org-other/corrections', otherLead, {
      changes: { name: '更名后的单位' },
      reason: '更名',
      effectiveFrom: '2099-01-01',
    });
    const at = (day: string) => client.ok('GET', `/organisations/org-other?asOf=${day}`, lead);
    expect((await at('2098-12-31')).body.name).toBe('单位 org-other');
    expect((await at('2099-01-01')).body.name).toBe('更名后的单位');
    const search = `/organisations?search=${encodeURIComponent('更名')}`;
    await until(async () => (await client.ok('GET', search, lead)).body.items.length > 0);
    const found = await client.ok('GET', search, lead);
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual(['org-other']);
    const moved = { competentUnit: 'org-unit-2', reason: '隶属关系调整' };
    await client.ok('POST', '/organisations/org-other/competent-unit', handler, moved);
    expect(
      (
        await client.platform.call('POST', '/organisations/org-other/competent-unit', {
          as: otherLead,
          body: moved,
        })
      ).status,
    ).toBe(403);
  });
});
