import { createHash } from 'node:crypto';
import type { EvaluationRules, RulesOf } from '../rules.ts';
import type { Sha256 } from '../sha256.ts';

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export const policy = { id: 'sample-1', hash: sha256('sample-1') };

const composition = {
  seats: 3,
  minimums: [
    { code: 'external', count: 2 },
    { code: 'finance', count: 1 },
  ],
};

/** Rules small enough to be followed by eye; not those of any province. */
export const sampleRules: EvaluationRules = {
  agency: 'SAMPLE',
  decisionNumber: 'SAMPLE-{year}-{serial}',
  reviews: {
    formation: {
      article: 'Art. 15',
      composition,
      smaller: [{ seats: 2, minimums: [{ code: 'external', count: 2 }] }],
      conflicts: ['employer', 'employer-parent', 'declared-tie'],
      siteVisit: true,
      scoresheet: {
        criteria: [
          { code: 'aims', maximum: 20 },
          {
            code: 'base',
            maximum: 20,
            floor: {
              atLeast: 5,
              inclusive: true,
              conclusion: 'unfavourable',
              strength: 'hard',
              article: 'platform default',
            },
          },
        ],
        bands: [
          {
            conclusion: 'favourable',
            atLeast: 24,
            inclusive: true,
            strength: 'needs-justification',
            article: 'platform default',
          },
          {
            conclusion: 'unfavourable',
            atLeast: 0,
            inclusive: true,
            strength: 'advisory',
            article: 'platform default',
          },
        ],
        quorum: { numerator: 2, denominator: 3 },
      },
      scoredInStages: false,
      recommendations: ['favourable', 'unfavourable'],
    },
    opinion: {
      article: 'Art. 17',
      composition: { seats: 2, minimums: [] },
      smaller: [],
      conflicts: [],
      siteVisit: false,
      scoresheet: null,
      scoredInStages: false,
      recommendations: ['pass', 'fail'],
    },
    staged: {
      article: 'Art. 19',
      composition: { seats: 1, minimums: [] },
      smaller: [],
      conflicts: [],
      siteVisit: false,
      scoresheet: null,
      scoredInStages: true,
      recommendations: [],
    },
  },
  decisions: {
    formation: {
      article: 'Art. 15',
      minimumApprovers: 2,
      needsReview: true,
      merit: true,
      outcomes: [
        { code: 'approved', conditions: [], follows: ['favourable'], relies: [] },
        { code: 'declined', conditions: [], follows: ['unfavourable'], relies: [] },
      ],
    },
    acceptance: {
      article: 'Art. 17',
      minimumApprovers: 1,
      needsReview: false,
      merit: false,
      outcomes: [
        { code: 'accepted', conditions: [], follows: null, relies: [] },
        {
          code: 'rectification',
          conditions: ['rectificationMonths'],
          follows: null,
          relies: [{ rule: 'rectificationPeriod', origin: 'platform default' }],
        },
      ],
    },
  },
  unwritten: [
    { rule: 'rectificationPeriod', origin: 'platform default' },
    { rule: 'constructionPeriod', origin: 'interpretation of Art. 16' },
  ],
};

export const rulesOf: RulesOf = () => sampleRules;
