import { defineCollection, defineProjection } from '@iic/read-models';
import { evolveDecision } from '../domain/decision/evolve.ts';
import type { DecisionState } from '../domain/decision/state.ts';
import { type Folded, foldingRules } from './folded.ts';
import { notWaitingForDecision, waitingForDecision } from './waiting-for.ts';

type DecisionDoc = Folded<DecisionState>;

const fileOf = ({ state }: DecisionDoc) => (state.status === 'none' ? undefined : state.file);

/** Decisions to be found by what officials look for. */
export const decisionList = defineProjection(
  defineCollection<DecisionDoc>()({
    name: 'decisions',
    version: 2,
    fields: {
      status: ({ state }) => state.status,
      kind: (doc) => fileOf(doc)?.kind,
      caseId: (doc) => fileOf(doc)?.caseId,
      leadUnit: (doc) => fileOf(doc)?.leadUnit,
      competentUnit: (doc) => fileOf(doc)?.competentUnit,
      province: (doc) => fileOf(doc)?.province,
      begunAt: (doc) => doc.begunAt,
      departments: {
        many: ({ state }) =>
          state.status === 'none' ? [] : state.departments.map(({ department }) => department),
      },
      waitingFor: { many: ({ state }) => waitingForDecision(state) },
      notWaitingFor: { many: ({ state }) => notWaitingForDecision(state) },
    },
    sorts: { newest: { by: ['-begunAt'] } },
  }),
  foldingRules({
    category: 'decision',
    except: ['decision-serial'],
    initialState: { status: 'none' } as DecisionState,
    evolve: evolveDecision,
  }),
);
