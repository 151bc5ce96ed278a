import type { PolicyParameters } from '../../schema/parameters.ts';
import { ours, reading, written } from './origins.ts';

const advisory = { origin: ours, strength: 'advisory' } as const;
const off = { value: false, unit: 'switch', ...advisory } as const;

function naturalDays(value: number) {
  return { value, unit: 'natural-days', firstDayCounted: false, ...advisory } as const;
}

function months(value: number) {
  return { value, unit: 'months', firstDayCounted: false, ...advisory } as const;
}

/** Values of the guideline, and our defaults where it is silent; none of these goes beyond advice. */
export const parameters: PolicyParameters = {
  summaryTarget: { value: 2_500, unit: 'words', origin: written('annex 2'), strength: 'advisory' },
  summaryTolerance: {
    value: 20,
    unit: 'percent',
    inclusive: true,
    origin: reading('annex 2'),
    strength: 'advisory',
    note: { zh: '“2500字左右”按±20%理解。', en: '"About 2,500 words" is read as ±20 %.' },
  },
  summaryMinimum: {
    value: 500,
    unit: 'words',
    inclusive: true,
    origin: ours,
    strength: 'needs-justification',
  },
  summaryMaximum: {
    value: 10_000,
    unit: 'words',
    inclusive: true,
    origin: ours,
    strength: 'needs-justification',
  },
  summaryCap: { value: 40_000, unit: 'words', inclusive: true, origin: ours, strength: 'hard' },
  attachmentSizeCap: { value: 52_428_800, unit: 'bytes', inclusive: true, origin: ours, strength: 'hard' },

  registrationInProvince: { value: true, unit: 'switch', origin: written('Art. 6'), strength: 'hard' },
  independentEntity: {
    value: true,
    unit: 'switch',
    origin: written('Art. 6'),
    strength: 'needs-justification',
    note: { zh: '原文为“一般应”。', en: 'The guideline says "generally".' },
  },
  leadUnitApartFromCompetentUnit: {
    value: true,
    unit: 'switch',
    origin: reading('Art. 15'),
    strength: 'needs-justification',
    note: { zh: '自行初审自己的方案，需要说明理由。', en: 'Reviewing a plan of one’s own needs a reason.' },
  },
  affiliateExclusion: off,

  preliminaryReviewPeriod: naturalDays(30),
  formalityCheckPeriod: naturalDays(15),
  supplementPeriod: naturalDays(30),
  invitationPeriod: naturalDays(5),
  decisionPeriod: naturalDays(30),
  publicNoticePeriod: { value: 5, unit: 'working-days', firstDayCounted: true, ...advisory },
  publicNotice: off,

  constructionPeriod: {
    value: 24,
    unit: 'months',
    firstDayCounted: false,
    origin: written('Art. 16'),
    strength: 'needs-justification',
    note: {
      zh: '原文为“一般控制在两年以内”；自批复之日起算。',
      en: 'The guideline says "generally"; counted from the day of approval.',
    },
  },
  constructionWarningLead: naturalDays(90),
  extensionLength: months(12),
  extensionCount: { value: 1, unit: 'times', inclusive: true, ...advisory },
  progressInterval: { value: 'half-year', unit: 'interval', ...advisory },
  progressReportPeriod: naturalDays(31),
  acceptanceCompletion: { value: 90, unit: 'percent', inclusive: true, ...advisory },
  acceptanceCompletionFloor: { value: 80, unit: 'percent', inclusive: true, ...advisory },
  rectificationPeriod: months(6),
  rectificationWarningLead: naturalDays(30),

  annualWorkReportDue: {
    value: '12-31',
    unit: 'day-of-year',
    yearOffset: 0,
    origin: written('Art. 18'),
    strength: 'advisory',
    note: {
      zh: '逾期报送照收并如实记录。',
      en: 'A late report is taken in and recorded as late.',
    },
  },
  annualFinalFiguresDue: { value: '02-29', unit: 'day-of-year', yearOffset: 1, ...advisory },
  annualDataCutoff: { value: '11-30', unit: 'day-of-year', yearOffset: 0, ...advisory },
  annualSkippedInEvaluationYear: off,
  operationEvaluationCycle: { ...months(3), unit: 'years' },
  operationLatenessTolerance: months(1),
  operationRectificationPeriod: months(12),
  changeReportPeriod: naturalDays(30),
};
