import type { evaluationParts, MeritRoundRanked } from '@iic/contracts';
import { type Aggregate, accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { deny } from '../problems.ts';
import { provinceOf } from '../province.ts';
import { wrongRole } from '../roles.ts';

/** Ranks cases against each other; a later ranking replaces this one and both stay on record. */
export interface RankRound {
  readonly type: 'RankRound';
  readonly roundId: string;
  /** Kind of decision the cases compete for. */
  readonly kind: string;
  readonly entries: readonly evaluationParts.MeritEntry[];
  /** Looked up: reviews named by the ranking that are not concluded or do not exist. */
  readonly notConcluded: readonly string[];
  readonly reasons: string;
}

export type MeritRoundState =
  | { readonly status: 'none' }
  | { readonly status: 'ranked'; readonly province: string; readonly round: MeritRoundRanked['data'] };

/** A recorded ranking of cases decided together (择优); streams `merit-round-<id>`. */
export const meritRoundAggregate: Aggregate<MeritRoundState, RankRound, MeritRoundRanked> = {
  category: 'merit-round',
  decider: {
    initialState: { status: 'none' },
    decide,
    evolve: (state, { data }, { actor }) => ({
      status: 'ranked',
      province: state.status === 'none' ? provinceOf(actor) : state.province,
      round: data,
    }),
  },
};

/** The place of a case in a ranking, as a preparation records it. */
export function meritOf(state: MeritRoundState, caseId: string): evaluationParts.Merit | undefined {
  if (state.status === 'none') return undefined;
  const { roundId, entries } = state.round;
  const entry = entries.find((one) => one.caseId === caseId);
  return entry === undefined ? undefined : { roundId, rank: entry.rank, of: entries.length };
}

function decide(
  { roundId, kind, entries, notConcluded, reasons }: RankRound,
  state: MeritRoundState,
  { actor }: DecisionContext,
): DecisionResult<MeritRoundRanked> {
  const denial = wrongRole(actor, ['pdrc-handler']);
  if (denial !== undefined) return denial;
  if (state.status === 'ranked' && state.round.kind !== kind)
    return deny('ranking-kind-differs', { params: { kind: state.round.kind } });
  const [open] = notConcluded;
  if (open !== undefined) return deny('ranking-review-open', { params: { reviewId: open } });
  if (entries.length === 0) return deny('ranking-empty');
  const cases = entries.map(({ caseId }) => caseId);
  const repeated = cases.find((caseId, index) => cases.indexOf(caseId) !== index);
  if (repeated !== undefined) return deny('ranking-repeats', { params: { caseId: repeated } });
  const ranked = entries.toSorted((left, right) => left.rank - right.rank);
  if (ranked.some(({ rank }, index) => rank !== index + 1))
    return deny('ranking-gaps', { params: { count: entries.length } });
  const edition = state.status === 'none' ? 1 : state.round.edition + 1;
  return accept<MeritRoundRanked>({
    type: 'MeritRoundRanked',
    data: { roundId, kind, edition, entries: ranked, reasons },
  });
}
