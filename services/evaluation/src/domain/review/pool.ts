import type { evaluationParts } from '@iic/contracts';
import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { checkConflicts } from '../draw/conflicts.ts';
import { candidateCommitment, drawAlgorithm, isRandomHex } from '../draw/draw-order.ts';
import { canComplete } from '../draw/select-panel.ts';
import { type Denial, deny } from '../problems.ts';
import type { ReviewRules } from '../rules.ts';
import type { PoolCandidate, ReviewAct } from './commands.ts';
import { type ReviewTools, seedHolders } from './draw.ts';
import type { ReviewEvent } from './events.ts';
import { consortiumOf } from './standing.ts';
import type { Committing } from './state.ts';

interface Screened {
  readonly candidate: PoolCandidate;
  readonly commitment: string;
  readonly conflicts: readonly evaluationParts.Conflict[];
  readonly notChecked: readonly string[];
}

/** So many fit into one event; a draw from fewer than are available would not be one. */
export const largestPool = 500;

/** Publishes the pool under salted commitments; whoever has a conflict or is suspended is kept out. */
export function freezePool(
  { candidates, unknown, conflictedBefore, register }: ReviewAct<'FreezePool'>,
  state: Committing,
  _context: DecisionContext,
  { rules, sha256 }: ReviewTools,
): DecisionResult<ReviewEvent> {
  const { seeds } = state;
  if (seeds.length < seedHolders) return deny('seeds-missing', { params: { count: seeds.length } });
  if (unknown.length > 0) return deny('candidates-unknown', { params: { experts: unknown.join(', ') } });
  if (candidates.length > largestPool) return deny('pool-too-large', { params: { largest: largestPool } });
  const wrong = wrongCandidates(candidates);
  if (wrong !== undefined) return wrong;
  const consortium = consortiumOf(state.review, register);
  const conflicted = [...state.conflicted, ...conflictedBefore];
  const screened = candidates.map((candidate) => ({
    candidate,
    commitment: candidateCommitment(candidate.salt, candidate.expertId, sha256),
    ...screen(candidate, consortium, { review: state.review, conflicted }, rules),
  }));
  const eligible = screened
    .filter(({ conflicts }) => conflicts.length === 0)
    // In the order of the commitments, which tells nothing of who is who.
    .sort((left, right) => (left.commitment < right.commitment ? -1 : 1));
  const excluded = screened.filter(({ conflicts }) => conflicts.length > 0);
  const entries = eligible.map((one) => entryOf(one, rules));
  if (!canComplete([], entries, rules.composition))
    return insufficient(entries.length, excluded.length, rules.composition);
  return accept<ReviewEvent>({
    type: 'DrawPoolFrozen',
    data: {
      attempt: state.attempt,
      algorithm: drawAlgorithm,
      entries,
      seats: rules.composition.seats,
      minimums: [...rules.composition.minimums],
      identities: eligible.map(identityOf),
      excluded: excluded.map(({ candidate, conflicts }) => ({
        expertId: candidate.expertId,
        conflicts: [...conflicts],
      })),
      consortium: [...consortium],
    },
    policy: { ...state.review.policy, article: rules.article },
  });
}

/** Refuses a pool or an order no panel can be composed from. */
export function insufficient(
  eligible: number,
  excluded: number,
  { seats, minimums }: ReviewRules['composition'],
): Denial {
  const needed = minimums.map(({ code, count }) => `${code} ≥ ${count}`).join(', ');
  return deny('pool-insufficient', { params: { eligible, excluded, seats, minimums: needed } });
}

function wrongCandidates(candidates: readonly PoolCandidate[]): Denial | undefined {
  const ids = candidates.map(({ expertId }) => expertId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) return deny('candidate-repeated', { params: { expertId: repeated } });
  const salts = new Set(candidates.map(({ salt }) => salt));
  const sound = salts.size === candidates.length && [...salts].every(isRandomHex);
  return sound ? undefined : deny('salt-invalid');
}

/** Computes conflicts and adds what reviews of the case know: a suspension, or a conflict found earlier. */
function screen(
  candidate: PoolCandidate,
  consortium: readonly evaluationParts.ConsortiumMember[],
  { review, conflicted }: Pick<Committing, 'review' | 'conflicted'>,
  rules: ReviewRules,
) {
  const judged = { consortium, competentUnit: review.competentUnit };
  const { conflicts, notChecked } = checkConflicts(candidate, judged, rules.conflicts);
  const further = [
    ...(candidate.suspended ? ['suspended'] : []),
    ...(conflicted.includes(candidate.expertId) ? ['recorded-earlier'] : []),
  ].map((basis) => ({ basis, organisation: null }));
  return { conflicts: [...conflicts, ...further], notChecked };
}

/** Shows no more of a person than the composition rules count. */
function entryOf({ candidate, commitment }: Screened, { composition }: ReviewRules) {
  const codes = composition.minimums
    .map(({ code }) => code)
    .filter((code) => candidate.qualifications.includes(code));
  return { commitment, codes };
}

function identityOf({ candidate, commitment, notChecked }: Screened): evaluationParts.PoolIdentity {
  const { expertId, salt } = candidate;
  return { commitment, expertId, salt, notChecked: [...notChecked] };
}
