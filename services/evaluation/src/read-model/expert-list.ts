import { defineCollection, defineProjection } from '@iic/read-models';
import { evolveExpert } from '../domain/expert/evolve.ts';
import type { ExpertState } from '../domain/expert/state.ts';
import { type Folded, foldingRules } from './folded.ts';

type ExpertDoc = Folded<ExpertState>;

const particularsOf = ({ state }: ExpertDoc) => (state.status === 'unknown' ? undefined : state.particulars);

/** The expert register to be searched; names and contacts are not in it. */
export const expertList = defineProjection(
  defineCollection<ExpertDoc>()({
    name: 'experts',
    version: 2,
    fields: {
      status: ({ state }) => state.status,
      expertId: (doc) => doc.id,
      province: ({ state }) => (state.status === 'unknown' ? undefined : state.province),
      begunAt: (doc) => doc.begunAt,
      field: { many: (doc) => particularsOf(doc)?.fields ?? [] },
      qualification: { many: (doc) => particularsOf(doc)?.qualifications ?? [] },
    },
    sorts: { oldest: { by: ['begunAt'] } },
  }),
  foldingRules({
    category: 'expert',
    initialState: { status: 'unknown' } as ExpertState,
    evolve: evolveExpert,
  }),
);
