import { deepFreeze } from '../../pack-identity.ts';
import type { PolicyPack } from '../../policy-pack.ts';
import { applicationLists } from './application.ts';
import { articles } from './articles.ts';
import { decisionKinds } from './decisions.ts';
import { findings } from './findings.ts';
import { operationRules } from './operation.ts';
import { written } from './origins.ts';
import { outline } from './outline.ts';
import { parameters } from './parameters.ts';
import { reviewKinds } from './reviews.ts';

/** The Jilin guideline 吉发改高技〔2020〕420号 (on trial) as this platform applies it; not confirmed by the PDRC. */
export const jilin2020: PolicyPack = deepFreeze({
  format: 'iic-policy-pack/1',
  id: 'jilin-2020',
  version: 1,
  province: '220000',
  sample: false,
  regulation: {
    title: {
      zh: '吉林省产业创新中心建设工作指引（试行）',
      en: 'Guideline on Building Industrial Innovation Centers of Jilin Province (Trial)',
    },
    documentNumber: '吉发改高技〔2020〕420号',
    issuedOn: '2020-05-27',
    effectiveFrom: '2020-05-27',
    effectiveUntil: null,
    trial: true,
  },
  confirmation: null,
  articles,
  programmes: [
    {
      code: 'national-industrial-innovation-center',
      names: [
        {
          title: { zh: '国家产业创新中心', en: 'National Industrial Innovation Center' },
          from: null,
          until: '2025-12-28',
        },
        {
          title: { zh: '国家新兴产业创新中心', en: 'National Emerging-Industry Innovation Center' },
          from: '2025-12-29',
          until: null,
        },
      ],
    },
    {
      code: 'engineering-research-center',
      names: [
        {
          title: {
            zh: '工程研究中心（工程实验室）',
            en: 'Engineering Research Center (Engineering Laboratory)',
          },
          from: null,
          until: null,
        },
      ],
    },
  ],
  agency: {
    code: 'jilin-drc',
    name: {
      zh: '吉林省发展和改革委员会',
      en: 'Development and Reform Commission of Jilin Province',
    },
    documentSeries: ['吉发改高技'],
    decisionNumber: '吉产创决〔{year}〕{serial}号',
    plaqueNumber: '吉产创牌〔{year}〕{serial}号',
  },
  names: {
    zh: { pattern: '吉林省***产业创新中心', placeholder: '***' },
    en: { pattern: 'JiLin Province Industrial Innovation Center of XXX', placeholder: 'XXX' },
    standing: { origin: written('Art. 23'), strength: 'hard' },
  },
  parameters,
  findings,
  outline,
  ...applicationLists,
  reviewKinds,
  decisionKinds,
  ...operationRules,
});
