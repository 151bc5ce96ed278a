import type { Finding } from '@iic/event-sourcing';
import type { ApplicationRules, FindingCode } from '../domain/application/rules.ts';

const origins: Readonly<Record<FindingCode, Pick<Finding, 'strength' | 'article'>>> = {
  'chapter-missing': { strength: 'hard', article: 'annex 2' },
  'summary-length': { strength: 'advisory', article: 'annex 2' },
  'summary-length-extreme': { strength: 'needs-justification', article: 'annex 2' },
  'attachment-kind-missing': { strength: 'hard', article: 'annex 2' },
  'basic-condition-unproven': { strength: 'hard', article: 'Art. 14' },
  'field-missing': { strength: 'hard', article: 'Art. 12' },
  'name-missing': { strength: 'hard', article: 'Art. 23' },
  'entity-missing': { strength: 'hard', article: 'Art. 6' },
  'registration-outside-province': { strength: 'hard', article: 'Art. 6' },
  'registration-undertaking-missing': { strength: 'hard', article: 'Art. 6' },
  'not-independent-legal-entity': { strength: 'needs-justification', article: 'Art. 6' },
  'hosting-unit-missing': { strength: 'hard', article: 'Art. 6' },
  'no-consortium': { strength: 'needs-justification', article: 'Art. 7' },
  'participation-unconfirmed': { strength: 'needs-justification', article: 'Art. 7' },
  'investment-missing': { strength: 'hard', article: 'annex 2' },
  'milestones-missing': { strength: 'hard', article: 'annex 2' },
  'construction-period-long': { strength: 'needs-justification', article: 'Art. 16' },
  'competent-unit-conflict': { strength: 'needs-justification', article: 'Art. 15' },
  'competent-unit-conflict-not-checked': { strength: 'advisory', article: 'Art. 15' },
  'duplicate-application': { strength: 'advisory', article: 'platform default' },
  'lead-unit-outdated': { strength: 'hard', article: 'platform default' },
  'contact-missing': { strength: 'hard', article: 'platform default' },
  'unchanged-since-return': { strength: 'advisory', article: 'platform default' },
};

/** Rules in the shape of the Jilin pack. */
export const testRules: ApplicationRules = {
  chapters: [
    { key: 'summary', cap: 40_000 },
    { key: 'background', cap: 200_000 },
    { key: 'conditions', cap: 200_000 },
    { key: 'goals', cap: 200_000 },
    { key: 'organisation', cap: 200_000 },
    { key: 'construction', cap: 200_000 },
    { key: 'other', cap: 200_000 },
    { key: 'attachments', cap: 200_000 },
  ],
  summary: { chapter: 'summary', from: 2_000, to: 3_000, extremeBelow: 500, extremeAbove: 10_000 },
  attachmentKinds: ['business-licence', 'charter', 'supporting', 'results'],
  conditions: ['goals', 'foundation', 'scale', 'organisation', 'mechanism'],
  contributionForms: ['joint-funding', 'collaborative-rd', 'technology-equity', 'platform', 'talent'],
  investmentSources: ['lead-unit', 'member', 'social-capital'],
  legalForms: [
    { code: 'company', independent: true },
    { code: 'hosted', independent: false },
  ],
  namePatterns: {
    zh: /^吉林省.+产业创新中心$/,
    en: /^JiLin Province Industrial Innovation Center of .+$/,
  },
  nameForms: { zh: '吉林省***产业创新中心', en: 'JiLin Province Industrial Innovation Center of XXX' },
  constructionMonths: 24,
  findings(code, params = {}) {
    return [{ code, ...origins[code], params }];
  },
  dueAt: (step, from) => (step === 'supplement' ? null : `${step} after ${from}`),
  closedWindow: () => null,
};
