import type { DevelopmentIdentity } from '@iic/access';
import { sampleFormationPlan } from '@iic/documents/testing';
import { jilin2020 } from '@iic/policy';
import { Applications } from '../aggregates.ts';
import { ReviewHandlers } from '../messaging/review.handlers.ts';
import { type Answer, IntakePlatform } from '../testing/intake-platform.ts';

const lead = { role: 'lead-unit', organisation: 'org-lead', person: 'p-lead' } as const;
const otherLead = { role: 'lead-unit', organisation: 'org-other', person: 'p-other' } as const;
const member = { role: 'member-unit', organisation: 'org-member', person: 'p-member' } as const;
const unit = { role: 'competent-unit', organisation: 'org-unit', person: 'p-unit' } as const;
const otherUnit = { role: 'competent-unit', organisation: 'org-unit-2', person: 'p-unit-2' } as const;
const handler = { role: 'pdrc-handler', organisation: 'org-pdrc', person: 'p-pdrc' } as const;
const auditor = { role: 'auditor', organisation: 'office', person: 'p-audit' } as const;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pdf = (content: string) => Buffer.from(`%PDF-1.7\n${content}\n%%EOF`);

let platform: IntakePlatform;
beforeAll(async () => {
  platform = await IntakePlatform.start();
  for (const organisation of organisations) await ok('POST', '/organisations', handler, organisation);
});
afterAll(() => platform.close());

const organisations = [
  organisation('org-unit', '91350100M000100Y43', 'development-and-reform-commission', 'org-unit'),
  organisation('org-lead', '912201010000000017', 'enterprise', 'org-unit'),
  organisation('org-member', '912201010000000025', 'university', null),
  organisation('org-other', '912201010000000033', 'enterprise', 'org-unit'),
];

function organisation(id: string, uscc: string, kind: string, competentUnit: string | null) {
  return { id, name: `单位 ${id}`, uscc: withCheck(uscc), kind, area: '220100', parent: null, competentUnit };
}

function withCheck(uscc: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let weight = 1;
  let sum = 0;
  for (const character of uscc.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return `${uscc.slice(0, 17)}${alphabet[(31 - (sum % 31)) % 31]}`;
}

async function ok(method: string, path: string, as: DevelopmentIdentity, body?: unknown): Promise<Answer> {
  const answer = await platform.call(method, path, body === undefined ? { as } : { as, body });
  if (answer.status >= 300)
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

async function edit(id: string, method: string, path: string, body: unknown): Promise<Answer> {
  const answer = await platform.change(method, path, id, { as: lead, body });
  if (answer.status >= 300)
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

async function manifestHash(id: string): Promise<string> {
  return (await ok('GET', `/applications/${id}/manifest`, lead)).body.manifestHash;
}

/** A draft with everything in it; the name tells cases apart. */
async function readyDraft(name: string): Promise<string> {
  const { id } = (await ok('POST', '/applications', lead, {})).body;
  await edit(id, 'PATCH', '', {
    field: 'new-materials',
    name: {
      zh: `吉林省${name}产业创新中心`,
      en: `JiLin Province Industrial Innovation Center of ${encodeURIComponent(name).replaceAll('%', 'x')}`,
    },
    entity: {
      legalForm: 'company',
      registration: { area: '220100', address: null, status: 'planned' },
      uscc: null,
      hostingUnit: null,
      undertakesRegistration: true,
    },
    investment: [{ source: 'own-funds', organisation: 'org-lead', amountFen: '500000000' }],
    construction: { months: 24, milestones: [{ id: 'm1', title: '建成', weight: 100, dueMonth: 24 }] },
  });
  await edit(id, 'PUT', '/members/org-member', { forms: ['collaborative-rd'], contribution: '联合研发' });
  await ok('POST', `/applications/${id}/confirmation`, member, { forms: ['collaborative-rd'] });
  await edit(id, 'PUT', '/contacts/handler', { name: '张三', phone: '0431-1234567' });
  const plan = { bytes: await sampleFormationPlan(), type: docx, name: '组建方案.docx' };
  const imported = await platform.call('POST', `/applications/${id}/plan`, { as: lead, upload: plan });
  if (imported.status !== 200) throw new Error(JSON.stringify(imported.body));
  for (const { code, inManifest } of jilin2020.attachmentKinds) {
    const upload = { bytes: pdf(`${name} ${code}`), type: 'application/pdf', name: `${code}.pdf` };
    if (inManifest)
      await platform.call('POST', `/applications/${id}/attachments/${code}`, { as: lead, upload });
  }
  for (const { code } of jilin2020.conditions) {
    await edit(id, 'PUT', `/conditions/${code}`, {
      statement: '具备',
      evidence: [{ kind: 'chapter', ref: 'consortium' }],
    });
  }
  return id;
}

async function submitted(name: string): Promise<string> {
  const id = await readyDraft(name);
  const hash = await manifestHash(id);
  await ok('POST', `/applications/${id}/submission`, lead, { manifestHash: hash, truthful: true });
  return id;
}

const pass = { outcome: 'passed', opinion: '同意报送', documentNumber: '长发改〔2026〕12号' };

describe('an application over HTTP', () => {
  it('goes from draft to acceptance, and everyone sees what is theirs', async () => {
    const id = await readyDraft('先进材料');
    const findings = await ok('GET', `/applications/${id}/findings`, lead);
    expect(findings.body).toEqual({ findings: [], bars: false });

    const seenBy = (as: DevelopmentIdentity) => platform.call('GET', `/applications/${id}`, { as });
    expect((await seenBy(unit)).status).toBe(404);
    expect((await seenBy(otherLead)).status).toBe(404);
    expect((await seenBy(member)).status).toBe(200);

    const hash = await manifestHash(id);
    await ok('POST', `/applications/${id}/commitment`, lead, { manifestHash: hash, truthful: true });
    const reply = await ok('POST', `/applications/${id}/submission`, lead, {});
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

    await ok('POST', `/applications/${id}/preliminary-review`, unit, pass);
    await ok('POST', `/applications/${id}/filing`, lead);
    const atPdrc = await seenBy(handler);
    expect(atPdrc.body).toMatchObject({
      status: 'filed',
      transmittal: { documentNumber: '长发改〔2026〕12号' },
    });
    const contacts = await ok('GET', `/applications/${id}/contacts`, handler);
    expect(contacts.body.contacts.handler).toEqual({ name: '张三', phone: '0431-1234567' });

    const accepted = await ok('POST', `/applications/${id}/formality-check`, handler, {
      outcome: 'accepted',
    });
    expect(accepted.body.events).toEqual(['ApplicationAccepted']);
    const request = await ok('POST', `/applications/${id}/withdrawal`, lead, { reason: '资金变化' });
    expect(request.body.events).toEqual(['WithdrawalRequested']);
  });

  it('reads a plan from DOCX, keeps its texts, prints the version with its hash', async () => {
    const id = await submitted('生物制造');
    const { body } = await ok('GET', `/applications/${id}`, lead);
    const summary = body.content.chapters.find(({ key }: { key: string }) => key === 'summary');
    expect(summary.length).toBeGreaterThan(2_000);
    const text = await ok('GET', `/applications/${id}/chapters/summary?version=1`, unit);
    expect(text.body).toMatchObject({ key: 'summary', hash: summary.hash });
    const print = await ok('GET', `/applications/${id}/submission.docx?version=1`, unit);
    expect(print.headers.get('content-type')).toBe(docx);
    expect(print.body.length).toBeGreaterThan(5_000);
    const files = await ok('GET', `/applications/${id}/attachments`, unit);
    const [file] = files.body.attachments;
    expect(file.fileName).toMatch(/\.pdf$/);
    const download = await ok('GET', `/applications/${id}/attachments/${file.hash}`, unit);
    expect(Buffer.from(download.body).toString()).toContain('%PDF-1.7');
    const journal = await platform.runtime.store.readAll(0, 1_000);
    const clear = JSON.stringify(journal.map(({ envelope }) => envelope.data));
    expect(clear).not.toMatch(/张三|0431-1234567|\.pdf"/);
  });

  it('keeps versions comparable, and shows reviewers only what was submitted', async () => {
    const id = await submitted('智能网联');
    const points = [{ subject: 'summary', text: '补充市场分析' }];
    await ok('POST', `/applications/${id}/preliminary-review`, unit, { outcome: 'returned', points });
    await edit(id, 'PUT', '/chapters/summary', { text: '摘要'.repeat(1_200) });
    expect((await ok('GET', `/applications/${id}`, unit)).body.manifestHash).not.toBe(await manifestHash(id));
    await ok('POST', `/applications/${id}/submission`, lead, {
      manifestHash: await manifestHash(id),
      truthful: true,
    });
    const comparison = await ok('GET', `/applications/${id}/comparison?from=1&to=2`, unit);
    expect(comparison.body.differences).toMatchObject([
      { part: 'chapters', item: 'summary', change: 'changed' },
    ]);
    const versions = await ok('GET', `/applications/${id}/versions`, unit);
    expect(versions.body.versions.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    expect((await ok('GET', `/applications/${id}/versions/1`, unit)).body.manifest.caseId).toBe(id);
  });

  it('reserves the name until the case ends', async () => {
    const first = await submitted('低空经济');
    const second = await readyDraft('低空经济');
    const submit = async () => {
      const body = { manifestHash: await manifestHash(second), truthful: true };
      return platform.call('POST', `/applications/${second}/submission`, { as: lead, body });
    };
    expect(await submit()).toMatchObject({ status: 409, body: { code: 'name-taken' } });
    await ok('POST', `/applications/${first}/withdrawal`, lead, { reason: '另行安排' });
    await until(async () => (await submit()).status === 200);
  });

  it('lists by status, unit, field and what waits for the caller, with counts', async () => {
    const id = await submitted('冰雪装备');
    const { token } = (await ok('POST', `/applications/${id}/preliminary-review`, unit, pass)).body;
    const mine = await ok('GET', `/applications?waitingFor=me&status=passed&waitFor=${token}`, lead);
    expect(mine.body.items.map(({ caseId }: { caseId: string }) => caseId)).toContain(id);
    expect(mine.body.counts.passed).toBeGreaterThan(0);
    const found = await ok(
      'GET',
      `/applications?search=${encodeURIComponent('冰雪')}&field=new-materials`,
      unit,
    );
    expect(found.body.items).toHaveLength(1);
    expect((await ok('GET', '/applications?unit=org-unit-2', auditor)).body.items).toEqual([]);
    expect((await ok('GET', '/applications', otherLead)).body.items).toEqual([]);
    const page = await ok('GET', '/applications?limit=1', lead);
    const next = await ok(
      'GET',
      `/applications?limit=1&cursor=${encodeURIComponent(page.body.nextCursor)}`,
      lead,
    );
    expect(next.body.items[0].caseId).not.toBe(page.body.items[0].caseId);
    await ok('POST', `/applications/${id}/filing`, lead);
    await ok('POST', `/applications/${id}/formality-check`, handler, {
      outcome: 'refused',
      reasons: '不属布局领域',
      ground: 'Art. 12',
    });
  });

  it('draws the outcome of review and decision into the case', async () => {
    const id = await submitted('光电信息');
    await ok('POST', `/applications/${id}/preliminary-review`, unit, pass);
    await ok('POST', `/applications/${id}/filing`, lead);
    await ok('POST', `/applications/${id}/formality-check`, handler, { outcome: 'accepted' });
    const { runtime } = platform;
    const handlers = new ReviewHandlers(runtime.commands, runtime, new Applications(runtime.host.packs));
    const subjectHash = (await ok('GET', `/applications/${id}`, handler)).body.manifestHash;
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
    const decision = { decisionId: `${id}-formation`, outcome: 'approved' };
    await deliver('DecisionTaken', { ...decision, subjectHash: 'f'.repeat(64) });
    expect((await ok('GET', `/applications/${id}`, lead)).body.status).toBe('awaiting-decision');
    const taken = { ...message('DecisionTaken', decision), id: 'm-right' } as never;
    await handlers.decisionTaken(taken);
    expect((await ok('GET', `/applications/${id}`, lead)).body.status).toBe('approved');
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not come about.');
}
