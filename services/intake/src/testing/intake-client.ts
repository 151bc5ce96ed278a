import type { DevelopmentIdentity } from '@iic/access';
import { sampleFormationPlan } from '@iic/documents/testing';
import { jilin2020 } from '@iic/policy';
import { usccCheckCharacter } from '@iic/reference-data';
import { type Answer, IntakePlatform } from './intake-platform.ts';

export const lead = { role: 'lead-unit', organisation: 'org-lead', person: 'p-lead' } as const;
export const otherLead = { role: 'lead-unit', organisation: 'org-other', person: 'p-other' } as const;
export const member = { role: 'member-unit', organisation: 'org-member', person: 'p-member' } as const;
export const unit = { role: 'competent-unit', organisation: 'org-unit', person: 'p-unit' } as const;
export const otherUnit = { role: 'competent-unit', organisation: 'org-unit-2', person: 'p-unit-2' } as const;
export const handler = { role: 'pdrc-handler', organisation: 'org-pdrc', person: 'p-pdrc' } as const;
export const auditor = { role: 'auditor', organisation: 'office', person: 'p-audit' } as const;

export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Bytes of a small PDF. */
export function pdf(content: string): Uint8Array {
  return Buffer.from(`%PDF-1.7\n${content}\n%%EOF`);
}

const organisations = [
  organisation('org-unit', '91350100M000100Y43', 'development-and-reform-commission', 'org-unit'),
  organisation('org-unit-2', '912201010000000041', 'development-and-reform-commission', 'org-unit-2'),
  organisation('org-lead', '912201010000000017', 'enterprise', 'org-unit'),
  organisation('org-member', '912201010000000025', 'university', null),
  organisation('org-other', '912201010000000033', 'enterprise', 'org-unit'),
];

function organisation(id: string, uscc: string, kind: string, competentUnit: string | null) {
  return { id, name: `单位 ${id}`, uscc: withCheck(uscc), kind, area: '220100', parent: null, competentUnit };
}

function withCheck(uscc: string): string {
  return `${uscc.slice(0, 17)}${usccCheckCharacter(uscc.slice(0, 17))}`;
}

/** A client that plays the parties of a case against intake, and fails loudly. */
export class IntakeClient {
  readonly platform: IntakePlatform;

  private constructor(platform: IntakePlatform) {
    this.platform = platform;
  }

  /** Starts intake with the organisations of the parties in its register. */
  static async start(): Promise<IntakeClient> {
    const client = new IntakeClient(await IntakePlatform.start());
    for (const entry of organisations) await client.ok('POST', '/organisations', handler, entry);
    return client;
  }

  close(): Promise<void> {
    return this.platform.close();
  }

  async ok(method: string, path: string, as: DevelopmentIdentity, body?: unknown): Promise<Answer> {
    const answer = await this.platform.call(method, path, body === undefined ? { as } : { as, body });
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }

  async edit(id: string, method: string, path: string, body: unknown): Promise<Answer> {
    const answer = await this.platform.change(method, path, id, { as: lead, body });
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }

  async manifestHash(id: string): Promise<string> {
    return (await this.ok('GET', `/applications/${id}/manifest`, lead)).body.manifestHash;
  }

  /** A draft with everything in it; the name tells cases apart. */
  async readyDraft(name: string): Promise<string> {
    const { id } = (await this.ok('POST', '/applications', lead, {})).body;
    await this.edit(id, 'PATCH', '', {
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
    await this.edit(id, 'PUT', '/members/org-member', {
      forms: ['collaborative-rd'],
      contribution: '联合研发',
    });
    await this.ok('POST', `/applications/${id}/confirmation`, member, { forms: ['collaborative-rd'] });
    await this.edit(id, 'PUT', '/contacts/handler', { name: '张三', phone: '0431-1234567' });
    const plan = { bytes: await sampleFormationPlan(), type: docx, name: '组建方案.docx' };
    const imported = await this.platform.call('POST', `/applications/${id}/plan`, { as: lead, upload: plan });
    if (imported.status !== 200) throw new Error(JSON.stringify(imported.body));
    for (const { code, inManifest } of jilin2020.attachmentKinds) {
      const upload = { bytes: pdf(`${name} ${code}`), type: 'application/pdf', name: `${code}.pdf` };
      if (inManifest)
        await this.platform.call('POST', `/applications/${id}/attachments/${code}`, { as: lead, upload });
    }
    for (const { code } of jilin2020.conditions) {
      await this.edit(id, 'PUT', `/conditions/${code}`, {
        statement: '具备',
        evidence: [{ kind: 'chapter', ref: 'consortium' }],
      });
    }
    return id;
  }

  async submitted(name: string): Promise<string> {
    const id = await this.readyDraft(name);
    const hash = await this.manifestHash(id);
    await this.ok('POST', `/applications/${id}/submission`, lead, { manifestHash: hash, truthful: true });
    return id;
  }

  /** A case that is filed with the PDRC. */
  async filed(name: string): Promise<string> {
    const id = await this.submitted(name);
    await this.ok('POST', `/applications/${id}/preliminary-review`, unit, {
      outcome: 'passed',
      opinion: '同意',
    });
    await this.ok('POST', `/applications/${id}/filing`, lead);
    return id;
  }
}

/** Milliseconds after which something is wrong, and not only slow. */
const patience = 60_000;

/** Waits, bounded, until something holds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not come about.');
}
