import { sampleFormationPlan } from '@iic/documents/testing';
import { attachmentPdf } from './attachment-pdf.ts';
import type { Cast, Organisation } from './cast.ts';
import { act, type Scene } from './scene.ts';

interface ManifestView {
  readonly manifestHash: string;
}

const conditions = [
  'clear-goals',
  'good-foundations',
  'outstanding-scale',
  'clear-organisation',
  'sound-mechanisms',
];
const attachmentKinds = ['business-licences', 'charter', 'supporting-files', 'evidence-of-results'];

/** Enters every organisation of the case into the register. */
export async function registerOrganisations({ api, cast, tell }: Scene): Promise<void> {
  const { pdrc, competentUnit, lead, university, supplier } = cast.organisations;
  const enter = (organisation: Organisation, answersTo: string | null) =>
    api.command(cast.handler, `organisation-${organisation.id}`, 'POST', '/intake/organisations', {
      ...organisation,
      parent: null,
      competentUnit: answersTo,
    });
  await enter(pdrc, null);
  await enter(competentUnit, null);
  for (const organisation of [lead, university, supplier]) await enter(organisation, competentUnit.id);
  tell(cast.handler, 'registers five organisations 单位登记');
}

/** Drafts the application, imports the plan, and collects everything a submission needs; resolves with the case id. */
export async function draftApplication(scene: Scene, plan: Uint8Array | undefined): Promise<string> {
  const { api, cast } = scene;
  const { id } = await act(
    scene,
    cast.lead,
    'draft',
    '/intake/applications',
    {},
    'opens a draft 起草组建方案',
    'Art. 15',
  );
  const path = `/intake/applications/${id}`;
  const edited = await api.command(cast.lead, 'edit', 'PATCH', path, contentOf(scene), 0);
  scene.tell(
    cast.lead,
    'fills in field, name, entity, platforms, investment and milestones 填报',
    'Art. 6–8, 12',
  );
  let { revision } = edited;
  for (const [index, member] of [cast.organisations.university, cast.organisations.supplier].entries()) {
    const forms =
      index === 0 ? ['technology-as-equity', 'joint-talent-training'] : ['joint-funding', 'collaborative-rd'];
    const body = { forms, contribution: '按协议投入技术、设备与人员（示例）。' };
    ({ revision } = await api.command(
      cast.lead,
      `member-${member.id}`,
      'PUT',
      `${path}/members/${member.id}`,
      body,
      revision,
    ));
    await api.command(at(cast, index), `confirm-${member.id}`, 'POST', `${path}/confirmation`, { forms });
    revision += 1;
    scene.tell(at(cast, index), 'confirms its participation 确认参加组建', 'Art. 7');
  }
  revision = await importPlan(scene, path, plan ?? (await sampleFormationPlan()), revision);
  revision = await attachFiles(scene, path, revision);
  revision = await claimConditions(scene, path, revision);
  await nameContacts(scene, path, revision);
  return id;
}

async function importPlan(scene: Scene, path: string, plan: Uint8Array, revision: number): Promise<number> {
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const reply = await scene.api.upload(scene.cast.lead, 'plan', 'POST', `${path}/plan`, docx, plan, revision);
  scene.tell(scene.cast.lead, 'imports the formation plan from DOCX 导入组建方案', 'annex 2');
  return reply.revision;
}

async function attachFiles(scene: Scene, path: string, before: number): Promise<number> {
  let revision = before;
  for (const kind of attachmentKinds) {
    const content = attachmentPdf(`${kind} of run ${scene.run}`);
    const reply = await scene.api.upload(
      scene.cast.lead,
      `attach-${kind}`,
      'POST',
      `${path}/attachments/${kind}`,
      'application/pdf',
      content,
    );
    revision = reply.revision;
  }
  scene.tell(scene.cast.lead, `attaches ${attachmentKinds.length} kinds of files 上传附件`, 'annex 2');
  return revision;
}

async function claimConditions(scene: Scene, path: string, before: number): Promise<number> {
  let revision = before;
  for (const condition of conditions) {
    const body = {
      statement: '具备该条件，详见组建方案（示例）。',
      evidence: [{ kind: 'chapter', ref: 'consortium' }],
    };
    const reply = await scene.api.command(
      scene.cast.lead,
      `claim-${condition}`,
      'PUT',
      `${path}/conditions/${condition}`,
      body,
      revision,
    );
    revision = reply.revision;
  }
  scene.tell(scene.cast.lead, 'states the five basic conditions with evidence 说明基本条件', 'Art. 14');
  return revision;
}

async function nameContacts(scene: Scene, path: string, before: number): Promise<void> {
  let revision = before;
  for (const role of ['handler', 'head', 'director-candidate']) {
    const body = { name: '示例人员', phone: '0431-00000000' };
    ({ revision } = await scene.api.command(
      scene.cast.lead,
      `contact-${role}`,
      'PUT',
      `${path}/contacts/${role}`,
      body,
      revision,
    ));
  }
  scene.tell(
    scene.cast.lead,
    'names handler, head and director candidate; their data are encrypted 填报联系人',
    'Art. 18',
  );
}

/** Submission with the truthfulness commitment, preliminary review, filing and formality check. */
export async function bringToAcceptance(scene: Scene, id: string): Promise<void> {
  const { api, cast } = scene;
  const path = `/intake/applications/${id}`;
  const { manifestHash } = await api.read<ManifestView>(cast.lead, `${path}/manifest`);
  const commitment = { manifestHash, truthful: true };
  await act(
    scene,
    cast.lead,
    'submit',
    `${path}/submission`,
    commitment,
    `commits to the truth of ${manifestHash.slice(0, 12)}… and submits 承诺并提交`,
    'annex 2',
  );
  const opinion = {
    outcome: 'passed',
    opinion: '经初审，材料齐全，同意转报（示例）。',
    documentNumber: `长发改高技示例〔2026〕${scene.run}号`,
  };
  await act(
    scene,
    cast.competentUnit,
    'preliminary-review',
    `${path}/preliminary-review`,
    opinion,
    'passes the preliminary review 初审通过并转报',
    'Art. 15',
  );
  await act(
    scene,
    cast.lead,
    'file',
    `${path}/filing`,
    {},
    'files with the PDRC 向省发展改革委申报',
    'Art. 15',
  );
  await act(
    scene,
    cast.handler,
    'formality-check',
    `${path}/formality-check`,
    { outcome: 'accepted' },
    'accepts the application 受理',
    'Art. 15',
  );
}

function at(cast: Cast, index: number) {
  const member = cast.members[index];
  if (member === undefined) throw new Error(`The cast has no member ${index}.`);
  return member;
}

function contentOf({ cast, run }: Scene) {
  return {
    field: 'next-generation-it',
    name: {
      zh: `吉林省智能传感示例${run}产业创新中心`,
      en: `JiLin Province Industrial Innovation Center of Intelligent Sensing Sample ${run}`,
    },
    entity: {
      legalForm: 'company',
      registration: {
        area: cast.organisations.center.area,
        address: '长春市高新区示例路1号',
        status: 'planned',
      },
      uscc: null,
      hostingUnit: null,
      undertakesRegistration: true,
    },
    platforms: [
      {
        name: '吉林省传感器工程研究中心（示例）',
        kind: 'engineering-research-center',
        level: 'provincial',
        host: cast.organisations.lead.name,
      },
    ],
    investment: [
      { source: 'own-funds', organisation: cast.organisations.lead.id, amountFen: '6000000000' },
      { source: 'social-capital', organisation: null, amountFen: '3500000000' },
      { source: 'local-government', organisation: null, amountFen: '1500000000' },
    ],
    construction: {
      months: 24,
      milestones: [
        { id: 'labs', title: '研发与中试平台建成', weight: 40, dueMonth: 12 },
        { id: 'team', title: '团队与机制到位', weight: 25, dueMonth: 15 },
        { id: 'results', title: '首批成果转化', weight: 35, dueMonth: 24 },
      ],
    },
  };
}
