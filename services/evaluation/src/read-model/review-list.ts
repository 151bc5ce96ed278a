import { defineCollection, defineProjection } from '@iic/read-models';
import { panelOf } from '../aggregates.ts';
import { evolveReview } from '../domain/review/evolve.ts';
import type { ReviewState } from '../domain/review/state.ts';
import { type Folded, foldingRules } from './folded.ts';
import { waitingForReview } from './waiting-for.ts';

type ReviewDoc = Folded<ReviewState>;

const fileOf = ({ state }: ReviewDoc) => (state.status === 'none' ? undefined : state.review);

/** Reviews to be found by what officials look for. */
export const reviewList = defineProjection(
  defineCollection<ReviewDoc>()({
    name: 'reviews',
    version: 2,
    fields: {
      status: ({ state }) => state.status,
      kind: (doc) => fileOf(doc)?.kind,
      caseId: (doc) => fileOf(doc)?.caseId,
      leadUnit: (doc) => fileOf(doc)?.leadUnit,
      competentUnit: (doc) => fileOf(doc)?.competentUnit,
      province: (doc) => fileOf(doc)?.province,
      field: (doc) => fileOf(doc)?.field,
      begunAt: (doc) => doc.begunAt,
      panel: { many: ({ state }) => panelOf(state) },
      waitingFor: { many: ({ state }) => waitingForReview(state) },
    },
    sorts: { newest: { by: ['-begunAt'] } },
  }),
  foldingRules({ category: 'review', initialState: { status: 'none' } as ReviewState, evolve: evolveReview }),
);
