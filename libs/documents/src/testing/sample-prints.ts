import type { DecisionPrint } from '../print/decision-model.ts';
import { submissionLabels as labels } from '../print/submission-labels.ts';
import type { PrintSection, SubmissionPrint } from '../print/submission-model.ts';
import { sampleChapterKeys, sampleOutline } from './sample-outline.ts';
import { planText } from './sample-text/plan-text.ts';

const center = '吉林省高性能碳纤维复合材料产业创新中心';
const lead = '样例碳纤维研究院有限公司';
const hash = (character: string) => character.repeat(64);

/** A submission to print; everything in it is invented. */
export const sampleSubmission: SubmissionPrint = {
  caseId: '01890f3e-7c2a-7d31-9c55-0a1b2c3d4e5f',
  version: 2,
  manifestHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  centerName: {
    zh: center,
    en: 'JiLin Province Industrial Innovation Center of High-Performance Carbon Fiber Composites',
  },
  leadUnitName: lead,
  sections: sampleSections(),
  chapters: sampleOutline.chapters.slice(0, 7).map((chapter, index) => ({
    title: { zh: chapter.title.zh, en: `Chapter ${index + 1}` },
    text: chapterText(index),
    hash: hash(String(index)),
  })),
  attachments: [
    {
      kind: { zh: '牵头单位、其他组建单位法人营业执照', en: 'Business licences' },
      fileName: '营业执照（样例）.pdf',
      bytes: 2_411_724,
      hash: hash('a'),
    },
    { kind: { zh: '产业创新中心章程', en: 'Charter' }, bytes: 88_064, hash: hash('b') },
  ],
  commitment: { signatories: [{ role: { zh: '牵头单位', en: 'Lead unit' }, name: lead }] },
};

/** A decision to print; everything in it is invented. */
export const sampleDecision: DecisionPrint = {
  issuer: { name: '吉林省发展和改革委员会', shortName: '吉林省发展改革委' },
  number: { kind: 'external', text: '吉发改高技〔2026〕101号' },
  kind: { code: 'formation', title: { zh: '组建', en: 'Formation' } },
  outcome: { code: 'approved', title: { zh: '同意', en: 'Approved' } },
  addressees: ['长春市发展和改革委员会（样例）'],
  centerName: center,
  leadUnitName: lead,
  request: { title: `关于申请组建${center}的请示`, number: '长发改高技〔2026〕12号' },
  regulation: { title: '吉林省产业创新中心建设工作指引（试行）', number: '吉发改高技〔2020〕420号' },
  articles: ['Art. 15', 'platform default'],
  reliances: [
    {
      origin: 'platform default',
      justification: '本次论证专家组为七人，外单位专家不少于三分之二，以保证意见独立。',
    },
  ],
  reasons:
    '经专家实地考察和可行性论证，方案目标定位明确，基础条件良好，规模优势突出，组织体系清晰，运行机制健全。',
  conditions: {
    effectiveDate: '2026-11-24',
    requirements: ['组建期限为二十四个月，按方案节点推进。', '每半年报告一次组建进展。'],
  },
  date: '2026-11-24',
  copies: ['省工业和信息化厅', '省科学技术厅', '省财政厅'],
  printing: { office: '吉林省发展和改革委员会办公室', date: '2026-11-25' },
  record: {
    decisionId: 'decision-01890f3e-7c2a',
    caseId: '01890f3e-7c2a-7d31-9c55-0a1b2c3d4e5f',
    serial: '平台决〔2026〕7号',
    subjectVersion: 2,
    subjectHash: hash('c'),
    opinionHash: hash('d'),
    policyId: 'jilin-2020',
    policyHash: hash('e'),
  },
};

function chapterText(index: number): string {
  const key = sampleChapterKeys[index];
  const sections = sampleOutline.chapters[index]?.sections ?? [];
  const texts = key === undefined ? [] : planText[key];
  return texts
    .flatMap((paragraphs, place) => {
      const title = sections[place]?.title.zh;
      return title === undefined ? paragraphs : [`${place + 1}. ${title}`, ...paragraphs];
    })
    .join('\n')
    .replaceAll('{center}', center)
    .replaceAll('{lead}', lead);
}

function sampleSections(): readonly PrintSection[] {
  return [
    {
      title: labels.basics,
      rows: [
        { label: labels.proposedName, value: center },
        { label: labels.strategicField, value: '新材料' },
        { label: labels.leadUnit, value: `${lead}\n91350100M000100Y43` },
        { label: labels.competentUnit, value: '长春市发展和改革委员会（样例）' },
        { label: labels.constructionMonths, value: '24' },
      ],
    },
    {
      title: labels.members,
      table: {
        columns: [labels.memberName, labels.uscc, labels.contribution],
        rows: [
          ['样例理工大学', '91350100M000100Y43', '协作研发、人才联合培养：承担树脂体系与界面机理研究'],
          ['样例轨道车辆股份有限公司', '91350100M000100Y43', '共同出资：承担车体结构件设计与装车验证'],
        ],
        shares: [0.26, 0.36, 0.38],
      },
    },
    {
      title: labels.investment,
      table: {
        columns: [labels.investmentSource, labels.amount],
        rows: [
          ['成员单位出资', '120,000,000.00'],
          ['银行贷款', '30,000,000.00'],
        ],
      },
    },
  ];
}
